package io.copyflow.ledger;

import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.Map;

/**
 * The ledger of a cluster: every raw record against its outcome, as committed when the reading
 * starts. Reads topics from their beginning and writes nothing.
 */
public final class Ledger {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;

  /**
   * A ledger over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Ledger(Topics topics, Wire wire, Map<String, Object> kafka) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * Counts raw records and outcomes, in all and by source. Outcomes are read first: each of them
   * must then have its raw record, even while new ones come in.
   */
  public Balance balance() {
    var table = new RawTable();
    var outcomes = wire.serde(Outcome.class).deserializer();
    TopicReader.readAll(
        kafka,
        topics.outcomes().name(),
        record -> {
          Outcome outcome = outcomes.deserialize(record.topic(), record.value());
          table.outcome(Position.parse(record.key()), outcome.getKind());
        });
    TopicReader.readAll(
        kafka,
        topics.raw().name(),
        raw ->
            table.raw(
                new Position(raw.partition(), raw.offset()),
                Keys.rawDocument(raw.key(), raw.partition(), raw.offset()).getSource()));
    return table.balance();
  }

  /**
   * Proves the invariants over a pipeline at rest; empty when they hold. Keeps what the topics say
   * of each record, without texts, in memory: about half a kilobyte a raw record.
   */
  public List<Violation> verify() {
    return new Verification(Evidence.gather(topics, wire, kafka)).violations();
  }
}
