package io.copyflow.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.http.Page;
import io.copyflow.http.Route;
import io.copyflow.ingest.IngestObserver;
import io.copyflow.topology.PipelineObserver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/** All metrics of one process, and the page that shows them. Thread-safe. */
public final class Metrics implements AutoCloseable {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Pattern DRAWN =
      Pattern.compile(
          "((?:thread_id|client_id)=\")[^\"]*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-"
              + "|kafka_version=\"[^\"]*\",");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final StreamsMetrics streams = new StreamsMetrics(registry);

  /** The registry itself lets go of what counters ask. */
  private final List<DoubleSupplier> watched = new CopyOnWriteArrayList<>();

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

  /** Whoever is told how sources do; once for each process. */
  public SourceGauges sources() {
    return new SourceGauges(registry);
  }

  /** Whoever an ingest tells what it does. */
  public IngestObserver ingest() {
    return new IngestMetrics(registry);
  }

  /**
   * Adds figures that something else counts.
   *
   * @param metric one without labels, or with those that are given
   * @param labels names and values in turn
   * @param value asked at each scrape; must not block
   */
  public void watch(Own metric, List<String> labels, DoubleSupplier value) {
    String[] pairs = labels.toArray(String[]::new);
    watched.add(value);
    if (metric.type() == Own.Type.COUNTER) {
      FunctionCounter.builder(metric.meter(), value, DoubleSupplier::getAsDouble)
          .description(metric.help())
          .tags(pairs)
          .register(registry);
    } else {
      Gauge.builder(metric.meter(), value::getAsDouble)
          .description(metric.help())
          .tags(pairs)
          .register(registry);
    }
  }

  /** Where Prometheus asks. */
  public Route route() {
    return Route.page("/metrics", () -> new Page(200, CONTENT_TYPE, page().getBytes(UTF_8)));
  }

  /**
   * Kafka's names of threads and clients hold an id that each start draws anew: every restart would
   * leave a second set of series behind. Changed in the text, since the binder finds its meters
   * again by their labels.
   */
  private String page() {
    return DRAWN.matcher(registry.scrape()).replaceAll("$1");
  }

  @Override
  public void close() {
    streams.close();
    gc.close();
    registry.close();
  }
}
