package io.copyflow.eval;

/**
 * Counts of what was expected against what was found. All shares lie between 0 and 1.
 *
 * @param right expected and found
 * @param extra found, and not expected
 * @param missing expected, and not found
 * @param absent named as unwanted, and rightly not found
 */
public record Tally(long right, long extra, long missing, long absent) {

  /** Nothing was expected and nothing found. */
  public static final Tally NOTHING = new Tally(0, 0, 0, 0);

  /** One thing that is right or wrong. */
  public static Tally single(boolean right) {
    return right ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 1, 0);
  }

  /** Both counts together. */
  public Tally plus(Tally other) {
    return new Tally(
        right + other.right, extra + other.extra, missing + other.missing, absent + other.absent);
  }

  /** True when nothing is missing and nothing is there that should not be. */
  public boolean exact() {
    return extra == 0 && missing == 0;
  }

  /** Share of what was found that is right; 0 when nothing was found although it should. */
  public double precision() {
    return exact() ? 1 : share(right, right + extra);
  }

  /** Share of what was expected that was found; 0 when something was found and none expected. */
  public double recall() {
    return exact() ? 1 : share(right, right + missing);
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return exact() ? 1 : share(2 * right, 2 * right + extra + missing);
  }

  /** Share of all decisions that are right. */
  public double accuracy() {
    return exact() ? 1 : share(right + absent, right + absent + extra + missing);
  }

  /** Share of what must not be found that was found; 0 when nothing was named. */
  public double unwanted() {
    return share(extra, extra + absent);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
