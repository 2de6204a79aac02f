package io.copyflow.replay.diff;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.ledger.Position;
import io.copyflow.topics.TopicReader;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A generation held against the live outputs. Reads outcomes and articles of both once, from their
 * beginning, sorts them on disk and merges them: constant memory, however many there are. Used by
 * one thread.
 *
 * <p>What a raw record says by itself — its reading — is told from what follows from others: where
 * all readings are equal, the same set of raw records comes to the same verdicts. So whoever wants
 * the generation's outputs has to have the other readings read again, and nothing else.
 */
public final class Comparison implements AutoCloseable {

  private final Sides sides;
  private final BooleanSupplier stopped;
  private final Join join;

  /**
   * A comparison that has read nothing yet.
   *
   * @param space memory and disk that it may take
   * @param stopped asked again and again; once true, it ends with a {@link CancellationException}
   */
  public Comparison(Sides sides, Scope scope, LedgerSettings space, BooleanSupplier stopped) {
    this.sides = sides;
    this.stopped = stopped;
    this.join = new Join(scope, space, stopped);
  }

  /**
   * Compares.
   *
   * @param rules version of the generation's rules
   * @param mostWorst how many of the articles that change most are shown
   * @throws SerializationException when a record cannot be read; the message says which
   */
  public DiffReport report(String rules, int mostWorst) {
    gather();
    try (var contents = new Contents(sides)) {
      return join.report(rules, mostWorst, contents::of);
    }
  }

  /** Raw records that are read otherwise, in the order of raw records; once, after the report. */
  public Iterator<Request> otherReadings() {
    return join.otherReadings();
  }

  /** Raw records that come out otherwise because others do, likewise. */
  public Iterator<Request> otherVerdicts() {
    return join.otherVerdicts();
  }

  private void gather() {
    var live = new Gathering(Side.LIVE);
    var generation = new Gathering(Side.GENERATION);
    var names = Stream.concat(live.topics().stream(), generation.topics().stream()).toList();
    try (var reader = new TopicReader(names, sides.kafka())) {
      reader.untilEnd(
          Long.MAX_VALUE,
          record -> {
            endIfStopped();
            (live.topics().contains(record.topic()) ? live : generation).take(record);
          });
    }
  }

  private void endIfStopped() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("interrupted");
    }
  }

  /** Takes one side's records. */
  private final class Gathering {

    private final Side side;
    private final String outcomeTopic;
    private final String articleTopic;
    private final Deserializer<Outcome> outcomes;
    private final Deserializer<Article> articles;

    Gathering(Side side) {
      boolean isLive = side == Side.LIVE;
      var topics = isLive ? sides.live() : sides.generation();
      var wire = isLive ? sides.liveWire() : sides.generationWire();
      this.side = side;
      this.outcomeTopic = topics.outcomes().name();
      this.articleTopic = topics.articles().name();
      this.outcomes = wire.serde(Outcome.class).deserializer();
      this.articles = wire.serde(Article.class).deserializer();
    }

    List<String> topics() {
      return List.of(outcomeTopic, articleTopic);
    }

    void take(ConsumerRecord<String, byte[]> record) {
      try {
        if (record.topic().equals(outcomeTopic)) {
          Outcome outcome = outcomes.deserialize(record.topic(), record.value());
          if (outcome != null) {
            join.outcome(side, record.offset(), outcome);
          }
        } else {
          var at = new Position(record.partition(), record.offset());
          Article article = articles.deserialize(record.topic(), record.value());
          join.article(side, at, record.key(), article);
        }
      } catch (SerializationException e) {
        throw new SerializationException(
            "cannot read %s %d-%d: %s; copyflow ledger --verify names all that is wrong"
                .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
            e);
      }
    }
  }

  @Override
  public void close() {
    join.close();
  }
}
