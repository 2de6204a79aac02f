package io.copyflow.console;

import io.copyflow.metrics.Counts;
import io.copyflow.topology.Lag;
import io.copyflow.topology.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A processor at one moment.
 *
 * @param at when
 * @param counts of this process since it started
 * @param vitals of this process
 * @param lags what waits for all instances, when the cluster was asked last
 * @param stalled for how long this instance has made no progress although records wait for it
 * @param awaySince since when the cluster has not answered; null when it does
 * @param instances that share the work, as the cluster said last; 0 when nobody knows
 */
public record Look(
    Instant at,
    Counts counts,
    Vitals vitals,
    List<Lag> lags,
    Duration stalled,
    @Nullable Instant awaySince,
    int instances) {

  /** A look that nobody changes afterwards. */
  public Look {
    lags = List.copyOf(lags);
  }

  /** Records that wait, for all steps. */
  long waiting() {
    return lags.stream().mapToLong(Lag::records).sum();
  }

  /** Since when the oldest of them has waited, in milliseconds of age. */
  long oldestMillis() {
    return lags.stream().mapToLong(Lag::age).max().orElse(0);
  }
}
