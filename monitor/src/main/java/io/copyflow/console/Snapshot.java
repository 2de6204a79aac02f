package io.copyflow.console;

import io.copyflow.action.Job;
import io.copyflow.console.Verdict.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows of a processor at one moment, in the form in which it is sent.
 * Times are milliseconds of the epoch.
 *
 * @param at when
 * @param since when this process began to count
 * @param instances that share the work; 0 when nobody knows
 * @param verdict whether all is well
 * @param numbers the six figures
 * @param history their last hour; null in most snapshots, since it changes slowly
 * @param stages an article's way
 * @param dropped records that Kafka Streams dropped; must stay 0
 * @param partitions what waits in each
 * @param restore state that is being read back
 * @param deadLetters by reason, most first
 * @param publishers those that lack most, worst first
 * @param timeline newest first
 * @param job the latest action that an operator began; null without any
 */
record Snapshot(
    long at,
    long since,
    int instances,
    Judgement verdict,
    Numbers numbers,
    History.@Nullable Lines history,
    List<Stage> stages,
    long dropped,
    List<Partition> partitions,
    Restore restore,
    List<Reason> deadLetters,
    List<Publisher> publishers,
    List<Happening> timeline,
    @Nullable Job job) {

  /** A verdict, written out. */
  record Judgement(String kind, Level level, String title, String detail, @Nullable Long doneAt) {}

  /**
   * A step of an article's way.
   *
   * @param name as in the topology
   * @param rate records per second
   * @param millis mean time of one in the last minute; null without any
   * @param waiting records that wait for it, in all instances
   * @param drops what does not go on from here, by outcome, per second
   */
  record Stage(
      String name, double rate, @Nullable Double millis, long waiting, Map<String, Double> drops) {}

  /**
   * What waits in the partitions with one number.
   *
   * @param waiting records by step
   * @param oldest how long the first of them has waited, in seconds
   * @param here whether this instance reads it
   */
  record Partition(int number, Map<String, Long> waiting, double oldest, boolean here) {}

  /**
   * State that is being read back.
   *
   * @param stores parts of stores
   * @param restored records of them that are there
   * @param total records of them
   */
  record Restore(int stores, long restored, long total) {}

  /**
   * Dead letters of one reason.
   *
   * @param count since the process began
   * @param minute in the last minute
   */
  record Reason(String reason, long count, long minute) {}

  /**
   * What a publisher's articles lack.
   *
   * @param articles read
   * @param missing articles without a field, by field
   * @param worst the largest share of articles that lack one field, between 0 and 1
   */
  record Publisher(String name, long articles, Map<String, Long> missing, double worst) {}
}
