package io.copyflow.metrics;

import io.copyflow.topology.Lag;
import io.copyflow.topology.RestoreProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a processor was when it was looked at last, and what waited for all of them. One thread tells
 * it; any may scrape.
 */
public final class Gauges {

  private static final double MILLIS = 1000;

  private record Seen(
      long oldest,
      Duration stalled,
      RestoreProgress restore,
      boolean reachable,
      StateFolder state) {}

  private final MultiGauge lagRecords;
  private final MultiGauge lagSeconds;
  private volatile Seen seen =
      new Seen(0, Duration.ZERO, new RestoreProgress(0, 0, 0), true, new StateFolder(0, 0));

  Gauges(MeterRegistry registry) {
    this.lagRecords = many(registry, Own.LAG_RECORDS);
    this.lagSeconds = many(registry, Own.LAG_SECONDS);
    one(registry, Own.OLDEST_UNPROCESSED, now -> now.oldest() / MILLIS);
    one(registry, Own.STALLED, now -> now.stalled().toSeconds());
    one(registry, Own.CLUSTER_REACHABLE, now -> now.reachable() ? 1 : 0);
    one(registry, Own.RESTORE_STORES, now -> now.restore().stores());
    one(registry, Own.RESTORE_REMAINING, now -> now.restore().remaining());
    one(registry, Own.STATE_BYTES, now -> now.state().bytes());
    one(registry, Own.STATE_FREE_BYTES, now -> now.state().free());
  }

  /** The cluster has answered. */
  public void saw(RestoreProgress restore, Duration stalled, List<Lag> lags, StateFolder state) {
    long oldest = lags.stream().mapToLong(Lag::age).max().orElse(0);
    seen = new Seen(oldest, stalled, restore, true, state);
    lagRecords.register(rows(lags, Lag::records), true);
    lagSeconds.register(rows(lags, lag -> lag.age() / MILLIS), true);
  }

  /** The cluster has not answered; what it said last stands. */
  public void sawNothing(RestoreProgress restore) {
    seen = new Seen(seen.oldest(), Duration.ZERO, restore, false, seen.state());
  }

  private static List<MultiGauge.Row<?>> rows(List<Lag> lags, ToDoubleFunction<Lag> value) {
    return lags.stream()
        .<MultiGauge.Row<?>>map(lag -> MultiGauge.Row.of(labels(lag), lag, value))
        .toList();
  }

  private static Tags labels(Lag lag) {
    String partition = Integer.toString(lag.partition().partition());
    return Tags.of("stage", lag.step(), "partition", partition);
  }

  private static MultiGauge many(MeterRegistry registry, Own metric) {
    return MultiGauge.builder(metric.meter()).description(metric.help()).register(registry);
  }

  private void one(MeterRegistry registry, Own metric, ToDoubleFunction<Seen> value) {
    Gauge.builder(metric.meter(), this, self -> value.applyAsDouble(self.seen))
        .description(metric.help())
        .strongReference(true)
        .register(registry);
  }
}
