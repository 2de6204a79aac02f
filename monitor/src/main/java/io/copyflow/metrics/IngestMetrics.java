package io.copyflow.metrics;

import io.copyflow.ingest.IngestObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what an ingest does, by source; sources are those that its operator named. */
final class IngestMetrics implements IngestObserver {

  private final MeterRegistry registry;

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void committed(String source, int records, long bytes) {
    counter(Own.INGESTED_RECORDS, source).increment(records);
    counter(Own.INGESTED_BYTES, source).increment(bytes);
  }

  @Override
  public void scanned(String source, Duration took) {
    Timer.builder(Own.INGEST_SCAN.meter())
        .description(Own.INGEST_SCAN.help())
        .tag("source", source)
        .register(registry)
        .record(took);
  }

  private Counter counter(Own metric, String source) {
    return Counter.builder(metric.meter())
        .description(metric.help())
        .tag("source", source)
        .register(registry);
  }
}
