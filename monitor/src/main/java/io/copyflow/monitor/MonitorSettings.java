package io.copyflow.monitor;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.copyflow.http.HttpSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What operators are shown, and where.
 *
 * @param http where they are served
 * @param interval between two looks at the process and the cluster
 * @param stall after so long without progress, with records waiting, a processor is not alive
 */
public record MonitorSettings(HttpSettings http, Duration interval, Duration stall) {

  private static final String INTERVAL_MS = "monitor.interval.ms";
  private static final String STALL_SECONDS = "health.stall.seconds";

  /** Every key: its type, default, bounds and help. */
  public static final ConfigDef KEYS =
      new ConfigDef(HttpSettings.KEYS)
          .define(
              INTERVAL_MS,
              ConfigDef.Type.INT,
              10_000,
              between(100, 60_000),
              LOW,
              "How often lag and state are read from the cluster, in milliseconds.")
          .define(
              STALL_SECONDS,
              ConfigDef.Type.INT,
              600,
              between(1, 86_400),
              LOW,
              "After so many seconds in which a running processor commits nothing although records"
                  + " wait for it, /health/live says no.");

  /**
   * Settings from their keys; a key that is left out has its default.
   *
   * @param values of the keys in {@link #KEYS}
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of bounds
   */
  public static MonitorSettings of(Map<String, ?> values) {
    var config = new AbstractConfig(KEYS, values, false);
    return new MonitorSettings(
        HttpSettings.of(values),
        Duration.ofMillis(config.getInt(INTERVAL_MS)),
        Duration.ofSeconds(config.getInt(STALL_SECONDS)));
  }
}
