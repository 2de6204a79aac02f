package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Cause;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.Stage;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.RejectReason;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.topology.PipelineObserver.Decision;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What becomes of failures that no step has caught: those that Kafka Streams hands to its exception
 * handlers (KIP-161, KIP-210, KIP-1033, KIP-1034).
 *
 * <ul>
 *   <li>A raw record on which reading fails is refused: outcome and dead letter, in the transaction
 *       that passes it over.
 *   <li>A record that a topic of articles or dead letters does not take is made smaller, or
 *       refused: see {@link RecordLimits}. That transaction is lost, so the work is done again.
 *   <li>Anything else stops the processor with one line. State may have been changed halfway, and
 *       the verdicts of other records rest on it; the transaction undoes that.
 * </ul>
 *
 * <p>What the world does — a registry or a broker that does not answer — is never held against a
 * record. Thread-safe.
 */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String EXTRACT = "extract";

  private final Topics topics;
  private final Verdicts verdicts;
  private final Wire outputs;
  private final RecordLimits limits;
  private final PipelineObserver observer;
  private final Seldom refused = new Seldom(LOG, Level.WARN, "reading failed");

  /** By topic, the latest; they stay over their limits, which only become lower. */
  private final Map<String, TooLarge> tooLarge = new ConcurrentHashMap<>();

  private volatile boolean hopeless;
  private volatile @Nullable String line;

  /** A record that a topic did not take, and how many bytes of it are what could be less. */
  record TooLarge(String topic, int bytes, boolean isArticle) {}

  Failures(
      Topics topics,
      Verdicts verdicts,
      Wire outputs,
      RecordLimits limits,
      PipelineObserver observer) {
    this.topics = topics;
    this.verdicts = verdicts;
    this.outputs = outputs;
    this.limits = limits;
    this.observer = observer;
  }

  /** Why the processor stopped, in one line; null where no handler was asked. */
  @Nullable String line() {
    return line;
  }

  /**
   * What to write for a record that could not be read or processed.
   *
   * @param key of the record, and its value, as they lie in the topic
   * @return outcome and dead letter; null where the processor has to stop
   */
  @Nullable List<ProducerRecord<byte[], byte[]>> refuse(
      ErrorHandlerContext at,
      Stage stage,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception failure) {
    boolean isRaw = topics.raw().name().equals(at.topic());
    boolean isReading = stage == Stage.DECODE || EXTRACT.equals(at.processorNodeId());
    if (!isRaw || !isReading || isOfTheWorld(failure)) {
      stop("%s failed on %s".formatted(at.processorNodeId(), place(at)), failure);
      return null;
    }
    refused.say(failure.getClass().getName(), place(at), failure);
    Reading.Refused refusal = refusal(at, stage, key, value, failure);
    Outcome outcome = refusal.outcome();
    observer.decided(
        new Decision(OutcomeKind.REJECTED, null, outcome.getReason(), at.timestamp(), true));
    DeadLetter letter = Objects.requireNonNull(refusal.deadLetter());
    long time = outcome.getIngestedAt().toEpochMilli();
    return List.of(
        record(topics.outcomes().name(), Keys.of(outcome.getRaw()), outcome, time),
        record(topics.deadLetters().name(), Keys.of(letter.getDocument()), letter, time));
  }

  private Reading.Refused refusal(
      ErrorHandlerContext at,
      Stage stage,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception failure) {
    String name = key == null ? null : new StringDeserializer().deserialize("", key);
    var document = Keys.rawDocument(name, at.partition(), at.offset());
    long time = Math.max(0, at.timestamp());
    var raw = new RawKey(time, Keys.of(document), at.partition(), at.offset());
    RejectReason reason =
        stage == Stage.DECODE ? RejectReason.UNREADABLE_RECORD : RejectReason.EXTRACTOR_FAILED;
    var refusal = new Rejected(reason, String.valueOf(failure), -1);
    var refused = (Reading.Refused) verdicts.raw(raw, value, stage, refusal);
    DeadLetter letter = Objects.requireNonNull(refused.deadLetter());
    limits.fit(letter);
    refused.outcome().setCause(Cause.LIVE);
    DeadLetterHeaders.copy(at.headers(), letter);
    return refused;
  }

  @SuppressWarnings("unchecked") // A record's own class is its serialiser's.
  private <T extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      String topic, String key, T value, long time) {
    var serde = outputs.serde((Class<T>) value.getClass());
    byte[] bytes = serde.serializer().serialize(topic, value);
    return new ProducerRecord<>(topic, null, time, key.getBytes(UTF_8), bytes);
  }

  /** A record was not written. */
  void notWritten(ErrorHandlerContext at, ProducerRecord<byte[], byte[]> record, Exception why) {
    TooLarge found = why instanceof RecordTooLargeException ? tooLarge(record) : null;
    if (found == null) {
      hopeless = true;
    } else {
      tooLarge.put(found.topic(), found);
    }
    stop("cannot write to %s what follows from %s".formatted(record.topic(), place(at)), why);
  }

  private @Nullable TooLarge tooLarge(ProducerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return null;
    } else if (record.topic().equals(topics.articles().name())) {
      return new TooLarge(record.topic(), record.value().length, true);
    } else if (record.topic().equals(topics.deadLetters().name())) {
      var letter =
          outputs
              .serde(DeadLetter.class)
              .deserializer()
              .deserialize(record.topic(), record.value());
      int bytes = letter.getContent() == null ? 0 : letter.getContent().remaining();
      return new TooLarge(record.topic(), bytes, false);
    }
    return null;
  }

  /** A record could not be encoded. */
  void notEncoded(ErrorHandlerContext at, String topic, Exception why) {
    stop("cannot encode for %s what follows from %s".formatted(topic, place(at)), why);
  }

  /**
   * Whether what stopped a thread does not come again, because from now on less is written.
   *
   * @param topicTakes asks a topic for its largest batch, in bytes
   */
  boolean isMended(Throwable problem, ToIntFunction<String> topicTakes) {
    if (hopeless || !isTooLarge(problem)) {
      return false;
    }
    try {
      tooLarge.values().forEach(record -> lower(record, topicTakes.applyAsInt(record.topic())));
    } catch (RuntimeException e) {
      LOG.warn("cannot ask how much a topic takes: {}", OneLine.of(e.toString()));
      return false;
    }
    // Several threads may have been refused at once: what counts is that none of it comes again.
    boolean mended = tooLarge.values().stream().allMatch(record -> record.bytes() > limit(record));
    line = mended ? null : line;
    return mended;
  }

  private int limit(TooLarge record) {
    return record.isArticle() ? limits.article() : limits.content();
  }

  private static boolean isTooLarge(@Nullable Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure != null && isTooLarge(failure.getCause());
  }

  private void lower(TooLarge record, int topicTakes) {
    if (record.isArticle()) {
      limits.articleRefused(record.bytes(), topicTakes);
    } else {
      limits.contentRefused(record.bytes(), topicTakes);
    }
    LOG.warn(
        "{} takes {} bytes in one record, and was sent more: from now on {}",
        record.topic(),
        topicTakes,
        record.isArticle()
            ? "articles of more than " + limit(record) + " bytes are refused"
            : "more than " + limit(record) + " bytes of a file are left out");
  }

  private void stop(String what, Exception why) {
    String said = why.getMessage() == null ? why.toString() : why.getMessage();
    line = OneLine.of(what + ": " + said);
  }

  private static String place(ErrorHandlerContext at) {
    return at.topic() + " " + at.partition() + "-" + at.offset();
  }

  private static boolean isOfTheWorld(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KafkaException && !(cause instanceof SerializationException)) {
        return true;
      }
    }
    return false;
  }
}
