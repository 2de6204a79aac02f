package io.copyflow.ingest.send;

import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.ClusterUnreachableException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits for a cluster that does not answer: says so, and gives up in the end. Each step that it is
 * given blocks for some seconds at most and may be taken again.
 */
public final class Patience {

  private final String cluster;
  private final Duration limit;
  private final Progress progress;
  private final BooleanSupplier stopped;

  /**
   * Patience with one cluster.
   *
   * @param clients of the cluster, which know its address
   * @param limit how long one step may fail before the cluster counts as unreachable
   * @param progress hears what is waited for
   * @param stopped ends the waiting early
   */
  public Patience(
      KafkaClients clients, Duration limit, Progress progress, BooleanSupplier stopped) {
    this.cluster = clients.cluster();
    this.limit = limit;
    this.progress = progress;
    this.stopped = stopped;
  }

  /**
   * Takes a step, again and again while the cluster does not answer.
   *
   * @param doing what the step does, for people: "to commit"
   * @throws ClusterUnreachableException when the limit has passed or waiting was stopped, and
   *     nothing answered
   * @throws IngestException the same, and something answered
   */
  <T> T until(String doing, Supplier<T> step) {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        T result = step.get();
        if (told) {
          progress.says("the cluster at %s answers again; going on".formatted(cluster));
        }
        return result;
      } catch (RetriableException e) {
        told = true;
        var waited = Duration.ofNanos(System.nanoTime() - start);
        if (stopped.getAsBoolean() || waited.compareTo(limit) >= 0) {
          throw unreachable(doing, waited, e);
        }
        progress.says(
            "waiting for the cluster at %s %s, %d s so far"
                .formatted(cluster, doing, waited.toSeconds()));
      }
    }
  }

  /** So long, and no longer than one step may fail. */
  Duration atMost(Duration longest) {
    return limit.compareTo(longest) < 0 ? limit : longest;
  }

  /** Says what is waited for, where the cluster answers and others hold it up. */
  void tell(String line) {
    progress.says(line);
  }

  /** {@link #until} for a step that gives nothing. */
  void until(String doing, Runnable step) {
    until(
        doing,
        () -> {
          step.run();
          return true;
        });
  }

  private RuntimeException unreachable(String doing, Duration waited, RetriableException cause) {
    var unreachable = ClusterUnreachableException.from(cluster, cause);
    return unreachable.isPresent()
        ? unreachable.get()
        : new IngestException(
            "the cluster at %s could not serve us for %d s %s (%s); see its log and run again"
                .formatted(cluster, waited.toSeconds(), doing, cause.getMessage()),
            cause);
  }
}
