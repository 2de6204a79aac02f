package io.copyflow.bench;

import io.copyflow.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and for how long.
 *
 * @param data folder of article files to measure with, or null for a corpus of our own
 * @param files of our own corpus
 * @param jobs what is measured in rounds, in this order
 * @param warmUps most rounds that are not counted: the compilers work
 * @param rounds rounds that are counted
 * @param budget after which no further round begins, once four are counted: fewer prove no change
 * @param latency for how long articles are sent at half of the maximum rate; zero measures none
 * @param whole whether whole commands are started too: help, and a run over the corpus
 * @param settings of ingest, processor and Kafka clients; topics and folders are replaced
 */
public record BenchPlan(
    @Nullable Path data,
    int files,
    List<Job> jobs,
    int warmUps,
    int rounds,
    Duration budget,
    Duration latency,
    boolean whole,
    Settings settings) {

  private static final List<Job> ALL = List.of(Job.values());

  /** Paragraphs that make a generated article as long as a usual one: 8 KB. */
  static final int PARAGRAPHS = 40;

  /** A plan that nobody changes afterwards. */
  public BenchPlan {
    jobs = List.copyOf(jobs);
  }

  /** Two minutes on a quiet machine of two cores. */
  public static BenchPlan quick(@Nullable Path data, Settings settings) {
    return new BenchPlan(
        data, 2_000, ALL, 6, 4, Duration.ofSeconds(90), Duration.ofSeconds(8), true, settings);
  }

  /** Ten minutes on a quiet machine of two cores. */
  public static BenchPlan full(@Nullable Path data, Settings settings) {
    return new BenchPlan(
        data, 10_000, ALL, 12, 10, Duration.ofMinutes(8), Duration.ofSeconds(30), true, settings);
  }

  /** The same with so many files, as far as the corpus is our own. */
  public BenchPlan withFiles(int number) {
    return new BenchPlan(data, number, jobs, warmUps, rounds, budget, latency, whole, settings);
  }

  /** The same with so many counted rounds. */
  public BenchPlan withRounds(int number) {
    return new BenchPlan(data, files, jobs, warmUps, number, budget, latency, whole, settings);
  }

  /** The same with these jobs only. */
  public BenchPlan withJobs(List<Job> some) {
    return new BenchPlan(data, files, some, warmUps, rounds, budget, latency, whole, settings);
  }

  /** The rounds alone: no latency, no whole commands. */
  public BenchPlan roundsOnly() {
    return new BenchPlan(
        data, files, jobs, warmUps, rounds, budget, Duration.ZERO, false, settings);
  }
}
