package io.copyflow.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Kafka's own metrics of the application that runs now. Thread-safe. */
final class StreamsMetrics implements AutoCloseable {

  /** Tasks and stores come and go with each rebalance; their metrics show after this long. */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final MeterRegistry registry;
  private @Nullable KafkaStreamsMetrics bound;
  private @Nullable ScheduledExecutorService refreshing;

  StreamsMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  synchronized void bind(KafkaStreams application) {
    close();
    refreshing =
        Executors.newSingleThreadScheduledExecutor(work -> {
          var thread = new Thread(work, "kafka-metrics");
          thread.setDaemon(true);
          return thread;
        });
    bound = new KafkaStreamsMetrics(application, Tags.empty(), refreshing, REFRESH);
    bound.bindTo(registry);
  }

  @Override
  public synchronized void close() {
    if (bound != null) {
      bound.close();
    }
    if (refreshing != null) {
      refreshing.shutdownNow();
    }
  }
}
