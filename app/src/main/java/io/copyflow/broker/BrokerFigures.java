package io.copyflow.broker;

import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.Histogram;
import com.yammer.metrics.core.Meter;
import com.yammer.metrics.core.Metric;
import com.yammer.metrics.core.MetricName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What the broker of this process counts itself, by Kafka's own names. A figure that the broker
 * does not have, since it has not started or has done nothing of the kind, is NaN. Thread-safe.
 */
public final class BrokerFigures {

  private static final String TOPICS = "BrokerTopicMetrics";
  private static final double P99 = 0.99;
  private static final double MILLIS = 1000;

  private BrokerFigures() {}

  /**
   * Events since the start.
   *
   * @param name of {@code kafka.server:type=BrokerTopicMetrics}, {@code MessagesInPerSec} for one
   */
  public static double count(String name) {
    return find("kafka.server", TOPICS, name, Map.of()) instanceof Meter meter
        ? meter.count()
        : Double.NaN;
  }

  /** Share of their time that request threads were idle, over the last minute: 0 to 1. */
  public static double idle() {
    var pool =
        find("kafka.server", "KafkaRequestHandlerPool", "RequestHandlerAvgIdlePercent", Map.of());
    return pool instanceof Meter meter ? Math.min(1, meter.oneMinuteRate()) : Double.NaN;
  }

  /** Seconds that 99 of 100 requests of a kind ({@code Produce}) took at most. */
  public static double requestSeconds(String request) {
    var time = find("kafka.network", "RequestMetrics", "TotalTimeMs", Map.of("request", request));
    return time instanceof Histogram histogram
        ? histogram.getSnapshot().getValue(P99) / MILLIS
        : Double.NaN;
  }

  /** Partitions without a leader. */
  public static double offlinePartitions() {
    return value(find("kafka.controller", "KafkaController", "OfflinePartitionsCount", Map.of()));
  }

  /** Bytes of all logs on disk. */
  public static double logBytes() {
    return KafkaYammerMetrics.defaultRegistry().allMetrics().entrySet().stream()
        .filter(entry -> isLogSize(entry.getKey()))
        .mapToDouble(entry -> value(entry.getValue()))
        .sum();
  }

  private static boolean isLogSize(MetricName name) {
    return name.getType().equals("Log") && name.getName().equals("Size");
  }

  private static double value(@Nullable Metric metric) {
    return metric instanceof Gauge<?> gauge && gauge.value() instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  private static @Nullable Metric find(
      String group, String type, String name, Map<String, String> tags) {
    MetricName key = KafkaYammerMetrics.getMetricName(group, type, name, new LinkedHashMap<>(tags));
    return KafkaYammerMetrics.defaultRegistry().allMetrics().get(key);
  }
}
