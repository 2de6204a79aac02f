package io.copyflow.topology;

import io.copyflow.avro.OutcomeKind;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Is told what this instance does, for metrics. Called by stream threads, several at once, for
 * every record: be quick, and never throw.
 *
 * <p>What is told is work, not truth: a transaction that is aborted is worked on again, and told
 * again. The ledger counts what is committed.
 */
public interface PipelineObserver {

  /** Hears and does nothing. */
  PipelineObserver NONE = new PipelineObserver() {};

  /** The steps of an article's way, by the names that they have in the topology. */
  enum Step {
    /** Bytes to fields. */
    EXTRACT,
    /** Who had the content first. */
    CLAIM,
    /** What is it to its article. */
    SETTLE,
    /** A person's decision on an article. */
    WITHDRAW
  }

  /**
   * A verdict on one raw record.
   *
   * @param kind what it is
   * @param before what it was; null for the first verdict on this raw record
   * @param reason of EMPTY and REJECTED, null for the others
   * @param ingestedAt time of the raw record, in milliseconds of the epoch
   * @param live whether the record was ingested while its task ran here; one that lay there before
   *     is part of a replay or of a backlog, and its age says nothing of this instance's speed
   */
  record Decision(
      OutcomeKind kind,
      @Nullable OutcomeKind before,
      @Nullable String reason,
      long ingestedAt,
      boolean live) {}

  /** An application is about to start; it comes again when a damaged state folder was put aside. */
  default void launched(KafkaStreams application) {}

  /**
   * A raw record has come in.
   *
   * @param bytes of its value, as it is on the topic
   */
  default void received(int bytes) {}

  /** A raw record was read as an article. */
  default void identified(Gaps gaps) {}

  /** A verdict was forwarded; what it replaces, if anything, was told before or by another. */
  default void decided(Decision decision) {}

  /**
   * A step is done with one record.
   *
   * @param nanos of wall-clock time, what it forwarded included
   */
  default void took(Step step, long nanos) {}
}
