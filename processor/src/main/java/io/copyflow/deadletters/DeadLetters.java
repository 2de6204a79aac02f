package io.copyflow.deadletters;

import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.deadletters.Letter.State;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of a cluster, each raw record once. Only reads. Takes about 500 bytes of memory
 * for each raw record that a filter takes; bytes of files are not kept. Thread-safe.
 */
public final class DeadLetters {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;

  /**
   * The dead letters on a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public DeadLetters(Topics topics, Wire wire, Map<String, Object> kafka) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /** What a filter takes, by time of ingestion and document. */
  public List<Letter> list(Filter filter) {
    var letters = new HashMap<String, Letter>();
    read(
        topics.deadLetters().name(),
        DeadLetter.class,
        (record, letter) -> {
          Instant ingestedAt = Instant.ofEpochMilli(record.timestamp());
          if (filter.takes(Keys.of(letter.getDocument()), ingestedAt)) {
            letters.merge(Keys.of(letter.getRaw()), first(letter, ingestedAt), DeadLetters::later);
          }
        });
    read(
        topics.outcomes().name(),
        Outcome.class,
        (record, outcome) ->
            letters.computeIfPresent(
                Keys.of(outcome.getRaw()), (raw, letter) -> letter.with(state(letter, outcome))));
    return letters.values().stream()
        .filter(filter::takes)
        .sorted(
            Comparator.comparing(Letter::ingestedAt)
                .thenComparing(Letter::document)
                .thenComparing(letter -> letter.raw().getOffset()))
        .toList();
  }

  /** How many there are, by reason and state: for metrics and consoles. */
  public Map<String, Map<State, Long>> counts() {
    var counts = new TreeMap<String, Map<State, Long>>();
    for (Letter letter : list(Filter.ALL)) {
      counts
          .computeIfAbsent(letter.reason(), reason -> new EnumMap<>(State.class))
          .merge(letter.state(), 1L, Long::sum);
    }
    return counts;
  }

  /**
   * The latest dead letter of a document or a raw record, with its bytes.
   *
   * @param question a document ({@code SOURCE/PATH}, or the end of a path after a slash), or the
   *     position of a raw record ({@code PARTITION-OFFSET})
   */
  public Optional<DeadLetter> find(String question) {
    var found = new Latest();
    read(
        topics.deadLetters().name(),
        DeadLetter.class,
        (record, letter) -> {
          String document = Keys.of(letter.getDocument());
          if (Keys.of(letter.getRaw()).equals(question)
              || document.equals(question)
              || document.endsWith("/" + question)) {
            found.take(letter);
          }
        });
    return Optional.ofNullable(found.letter);
  }

  private static final class Latest {

    private @Nullable DeadLetter letter;

    /** Of one raw record the latest attempt; of several, the one that is read last. */
    void take(DeadLetter next) {
      boolean isEarlier =
          letter != null
              && letter.getRaw().equals(next.getRaw())
              && letter.getAttempt() > next.getAttempt();
      letter = isEarlier ? letter : next;
    }
  }

  private static Letter first(DeadLetter letter, Instant ingestedAt) {
    return new Letter(
        letter.getRaw(),
        Keys.of(letter.getDocument()),
        ingestedAt,
        letter.getReason().intern(),
        letter.getStage().name(),
        letter.getDetail(),
        letter.getAttempt(),
        1,
        letter.getExtractor().getVersion().intern(),
        State.OPEN);
  }

  /** Of one raw record; its letters lie in one partition, in the order of its attempts. */
  private static Letter later(Letter before, Letter next) {
    int failures = next.attempt() == before.attempt() + 1 ? before.failures() + 1 : 1;
    return new Letter(
        next.raw(),
        next.document(),
        next.ingestedAt(),
        next.reason(),
        next.stage(),
        next.detail(),
        next.attempt(),
        failures,
        next.rules(),
        State.OPEN);
  }

  private static State state(Letter letter, Outcome outcome) {
    if (outcome.getKind() != OutcomeKind.REJECTED) {
      return State.RESOLVED;
    }
    return letter.failures() >= Letter.MOST_FAILURES ? State.PARKED : State.OPEN;
  }

  /** What cannot be read is passed over: {@code ledger --verify} names it. */
  private <T extends SpecificRecord> void read(
      String topic, Class<T> type, BiConsumer<ConsumerRecord<?, ?>, T> each) {
    var values = wire.serde(type).deserializer();
    TopicReader.readAll(
        kafka,
        topic,
        record -> {
          try {
            T value = values.deserialize(topic, record.value());
            if (value != null) {
              each.accept(record, value);
            }
          } catch (SerializationException e) {
            // Named elsewhere.
          }
        });
  }
}
