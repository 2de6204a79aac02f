package io.copyflow.ledger;

import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Evidence.Came;
import io.copyflow.ledger.Evidence.Told;
import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Makes as much evidence of raw records and outcomes as counting needs. Used by one thread. */
final class Counting implements Consumer<ConsumerRecord<String, byte[]>> {

  private static final Fingerprint NOT_COMPARED = new Fingerprint(0, 0);

  private final Topics topics;
  private final Deserializer<Outcome> outcomes;
  private final ExternalSort positions;

  Counting(Topics topics, Wire wire, ExternalSort positions) {
    this.topics = topics;
    this.outcomes = wire.serde(Outcome.class).deserializer();
    this.positions = positions;
  }

  @Override
  public void accept(ConsumerRecord<String, byte[]> record) {
    var logged = new Position(record.partition(), record.offset());
    if (record.topic().equals(topics.raw().name())) {
      String source =
          Keys.rawDocument(record.key(), logged.partition(), logged.offset()).getSource();
      positions.add(new Came(logged, Math.max(0, record.timestamp()), source + "/").toBytes());
    } else {
      var verdict = verdict(record);
      Position.parse(record.key())
          .map(raw -> new Told(raw, logged, NOT_COMPARED, verdict))
          .ifPresent(told -> positions.add(told.toBytes()));
    }
  }

  /** Null for a tombstone, and for what is no outcome: its raw record has none then. */
  private @Nullable Verdict verdict(ConsumerRecord<String, byte[]> record) {
    try {
      Outcome outcome = outcomes.deserialize(record.topic(), record.value());
      return outcome == null || outcome.getKind() == OutcomeKind.UNKNOWN
          ? null
          : new Verdict(outcome.getKind(), 0, "", 0, null);
    } catch (SerializationException e) {
      return null;
    }
  }
}
