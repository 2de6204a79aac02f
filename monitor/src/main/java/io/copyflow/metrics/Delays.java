package io.copyflow.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How long something took, counted in classes with fixed bounds, since the process started.
 *
 * @param bounds upper ends of the classes in seconds, rising; what is longer is in no class
 * @param within how many took no longer than each bound
 * @param count how many there were in all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
public record Delays(double[] bounds, double[] within, double count) {

  /** Nothing was timed. */
  public static final Delays NONE = new Delays(new double[0], new double[0], 0);

  /** Those that came after an earlier count of the same kind. */
  public Delays since(Delays earlier) {
    if (!Arrays.equals(bounds, earlier.bounds)) {
      return this;
    }
    var rest = new double[within.length];
    Arrays.setAll(rest, i -> within[i] - earlier.within[i]);
    return new Delays(bounds, rest, count - earlier.count);
  }

  /**
   * An estimate as Prometheus makes it: inside a class they are taken to lie evenly.
   *
   * @param share between 0 and 1: 0.99 for the 99th percentile
   * @return in seconds; at most the last bound; empty when nothing was timed
   */
  public OptionalDouble quantile(double share) {
    if (count <= 0 || bounds.length == 0) {
      return OptionalDouble.empty();
    }
    double rank = share * count;
    int at = 0;
    while (at < bounds.length && within[at] < rank) {
      at++;
    }
    return OptionalDouble.of(at == bounds.length ? bounds[at - 1] : inside(at, rank));
  }

  private double inside(int at, double rank) {
    double from = at == 0 ? 0 : bounds[at - 1];
    double below = at == 0 ? 0 : within[at - 1];
    double here = within[at] - below;
    return here <= 0 ? bounds[at] : from + (bounds[at] - from) * (rank - below) / here;
  }
}
