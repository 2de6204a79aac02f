package io.copyflow.health;

import io.copyflow.topology.Lag;
import io.copyflow.topology.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Whether a processor makes progress: it is told what was seen, and remembers since when nothing
 * moved although something waited. Commits are progress, not records that were looked at, since an
 * application can work on the same ones for ever. Has no clock of its own. Thread-safe.
 */
public final class Progress {

  private record Mark(Set<TopicPartition> assigned, long committed) {}

  private @Nullable Mark mark;
  private @Nullable Instant stuckSince;

  /**
   * The cluster was asked.
   *
   * @param lags of all instances; those of partitions that are not this one's do not count
   */
  public synchronized void saw(Instant now, Vitals vitals, List<Lag> lags) {
    var own = lags.stream().filter(lag -> vitals.assigned().contains(lag.partition())).toList();
    var next = new Mark(vitals.assigned(), own.stream().mapToLong(Lag::committed).sum());
    boolean waiting = own.stream().anyMatch(lag -> lag.records() > 0);
    boolean runs = vitals.state() == KafkaStreams.State.RUNNING;
    if (!waiting || !runs || !next.equals(mark)) {
      stuckSince = null;
    }
    if (waiting && runs && stuckSince == null) {
      stuckSince = now;
    }
    mark = next;
  }

  /** The cluster did not answer: nobody can make progress, and a restart would not help. */
  public synchronized void sawNothing() {
    stuckSince = null;
  }

  /** For how long nothing has moved although something waits; zero when all is well. */
  public synchronized Duration stalled(Instant now) {
    return stuckSince == null ? Duration.ZERO : Duration.between(stuckSince, now);
  }
}
