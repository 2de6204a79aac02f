package io.copyflow.metrics;

import io.copyflow.silence.SourceState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** How sources did when they were looked at last. One thread tells it; any may scrape. */
public final class SourceGauges {

  private final MultiGauge silent;
  private final MultiGauge last;
  private final MultiGauge due;
  private final MultiGauge missed;

  SourceGauges(MeterRegistry registry) {
    this.silent = many(registry, Own.SOURCE_SILENT);
    this.last = many(registry, Own.SOURCE_LAST);
    this.due = many(registry, Own.SOURCE_DUE);
    this.missed = many(registry, Own.SOURCE_MISSED);
  }

  /** All sources, as they are now. */
  public void saw(List<SourceState> sources) {
    silent.register(rows(sources, source -> source.silent() ? 1 : 0), true);
    last.register(rows(sources, source -> source.last().getEpochSecond()), true);
    missed.register(rows(sources, SourceState::missed), true);
    var learned = sources.stream().filter(source -> source.due() != null).toList();
    due.register(rows(learned, SourceGauges::due), true);
  }

  private static double due(SourceState source) {
    Instant due = Objects.requireNonNull(source.due());
    return due.getEpochSecond();
  }

  private static List<MultiGauge.Row<?>> rows(
      List<SourceState> sources, ToDoubleFunction<SourceState> value) {
    return sources.stream()
        .<MultiGauge.Row<?>>map(
            source -> MultiGauge.Row.of(Tags.of("source", source.source()), source, value))
        .toList();
  }

  private static MultiGauge many(MeterRegistry registry, Own metric) {
    return MultiGauge.builder(metric.meter()).description(metric.help()).register(registry);
  }
}
