package io.copyflow.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of the six figures, each as the mean of twenty seconds. Of a fixed size. Used by
 * one thread.
 */
final class History {

  /** How many seconds make one point. */
  static final int SECONDS = 20;

  /** Points of an hour. */
  static final int POINTS = 180;

  /**
   * Lines of one hour, the newest point last; null where nothing was measured.
   *
   * @param end the newest point's end, in seconds of the epoch
   */
  record Lines(
      long end,
      List<@Nullable Double> in,
      List<@Nullable Double> out,
      List<@Nullable Double> p99,
      List<@Nullable Double> lag,
      List<@Nullable Double> duplicates,
      List<@Nullable Double> deadLetters) {}

  private final Line in = new Line(Numbers::in);
  private final Line out = new Line(Numbers::out);
  private final Line p99 = new Line(Numbers::p99);
  private final Line lag = new Line(numbers -> (double) numbers.lag());
  private final Line duplicates = new Line(Numbers::duplicates);
  private final Line deadLetters = new Line(numbers -> (double) numbers.deadLetters());
  private final List<Line> lines = List.of(in, out, p99, lag, duplicates, deadLetters);
  private long slot = -1;

  /** Adds a look; whether a new point was begun. */
  boolean saw(Instant at, Numbers numbers) {
    long now = at.getEpochSecond() / SECONDS;
    boolean isNew = now != slot;
    if (isNew) {
      long skipped = slot < 0 ? 1 : Math.max(1, Math.min(POINTS, now - slot));
      lines.forEach(line -> line.advance((int) skipped));
      slot = now;
    }
    lines.forEach(line -> line.add(numbers));
    return isNew;
  }

  Lines lines() {
    return new Lines(
        (slot + 1) * SECONDS,
        in.points(),
        out.points(),
        p99.points(),
        lag.points(),
        duplicates.points(),
        deadLetters.points());
  }

  private static final class Line {
    private final Function<Numbers, @Nullable Double> value;
    private final double[] sums = new double[POINTS];
    private final int[] counts = new int[POINTS];
    private int last;

    Line(Function<Numbers, @Nullable Double> value) {
      this.value = value;
    }

    void advance(int points) {
      for (int i = 0; i < points; i++) {
        last = (last + 1) % POINTS;
        sums[last] = 0;
        counts[last] = 0;
      }
    }

    void add(Numbers numbers) {
      Double measured = value.apply(numbers);
      if (measured != null) {
        sums[last] += measured;
        counts[last]++;
      }
    }

    List<@Nullable Double> points() {
      var points = new ArrayList<@Nullable Double>(POINTS);
      for (int i = 1; i <= POINTS; i++) {
        int at = (last + i) % POINTS;
        points.add(counts[at] == 0 ? null : sums[at] / counts[at]);
      }
      return points;
    }
  }
}
