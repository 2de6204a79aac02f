package io.copyflow.metrics;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.topology.Gaps;
import io.copyflow.topology.PipelineObserver.Step;
import java.util.Map;

/**
 * What a processor has counted since its process started, at one moment: the same figures that
 * Prometheus is given, for whoever shows them here.
 *
 * @param rawRecords read
 * @param outcomes first verdicts by kind
 * @param corrections verdicts that replaced another
 * @param deadLetters rejected raw records by reason
 * @param steps work by step
 * @param publishers articles by publisher, {@code other} and {@code unknown} among them
 * @param live from ingestion to the first verdict, of records ingested while their task ran here
 * @param dropped records that Kafka Streams dropped; must stay 0
 */
public record Counts(
    long rawRecords,
    Map<OutcomeKind, Long> outcomes,
    long corrections,
    Map<String, Long> deadLetters,
    Map<Step, Work> steps,
    Map<String, Quality> publishers,
    Delays live,
    long dropped) {

  /** Counts that nobody changes afterwards. */
  public Counts {
    outcomes = Map.copyOf(outcomes);
    deadLetters = Map.copyOf(deadLetters);
    steps = Map.copyOf(steps);
    publishers = Map.copyOf(publishers);
  }

  /**
   * What a step did.
   *
   * @param records that it is done with
   * @param seconds of wall-clock time that they took in all
   */
  public record Work(long records, double seconds) {}

  /**
   * What a publisher's articles lack.
   *
   * @param articles read
   * @param missing how many of them came without a field
   */
  public record Quality(long articles, Map<Gaps.Field, Long> missing) {

    /** Counts that nobody changes afterwards. */
    public Quality {
      missing = Map.copyOf(missing);
    }
  }

  /** First verdicts of all kinds. */
  public long verdicts() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** First verdicts of one kind. */
  public long outcomes(OutcomeKind kind) {
    return outcomes.getOrDefault(kind, 0L);
  }

  /** Dead letters of all reasons. */
  public long deadLettersInAll() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Work of one step. */
  public Work step(Step step) {
    return steps.getOrDefault(step, new Work(0, 0));
  }
}
