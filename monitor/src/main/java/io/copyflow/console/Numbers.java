package io.copyflow.console;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The six figures at the top; null where there was nothing to measure.
 *
 * @param in raw records read by this instance, per second
 * @param out first verdicts given by it, per second
 * @param p50 from ingestion to verdict in the last minute, median, in seconds
 * @param p99 the same, 99th percentile
 * @param lag records that wait, in all instances
 * @param oldest how long the oldest of them has waited, in seconds
 * @param duplicates share of the last minute's verdicts, in percent
 * @param deadLetters in the last minute
 */
public record Numbers(
    double in,
    double out,
    @Nullable Double p50,
    @Nullable Double p99,
    long lag,
    double oldest,
    @Nullable Double duplicates,
    long deadLetters) {

  static Numbers of(Look look, Window window) {
    var delays = window.delays();
    return new Numbers(
        window.in(),
        window.out(),
        orNull(delays.quantile(0.5)),
        orNull(delays.quantile(0.99)),
        look.waiting(),
        look.oldestMillis() / 1000.0,
        window.duplicates(),
        window.deadLetters());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
