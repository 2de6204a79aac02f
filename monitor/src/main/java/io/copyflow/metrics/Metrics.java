package io.copyflow.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.http.Page;
import io.copyflow.http.Route;
import io.copyflow.topology.PipelineObserver;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** All metrics of one process, and the page that shows them. Thread-safe. */
public final class Metrics implements AutoCloseable {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final StreamsMetrics streams = new StreamsMetrics(registry);

  /** The process's own are there at once; others come with what is observed. */
  public Metrics() {
    registry.config().meterFilter(Chosen.filter());
    new JvmMemoryMetrics().bindTo(registry);
    gc.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  /** Whoever a processor tells what it does. */
  public PipelineObserver processor() {
    return new PipelineMetrics(registry, streams, InstantSource.system());
  }

  /** What the processor has counted up to now. */
  public Counts counts() {
    return new Counting(registry).now();
  }

  /** Whoever is told how a processor is; once for each process. */
  public Gauges gauges() {
    return new Gauges(registry);
  }

  /** Where Prometheus asks. */
  public Route route() {
    return Route.page(
        "/metrics", () -> new Page(200, CONTENT_TYPE, registry.scrape().getBytes(UTF_8)));
  }

  @Override
  public void close() {
    streams.close();
    gc.close();
    registry.close();
  }
}
