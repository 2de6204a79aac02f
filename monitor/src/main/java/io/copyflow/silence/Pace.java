package io.copyflow.silence;

/**
 * How many minutes with arrivals a source has in each hour of the week, in the mean; hours are
 * those of UTC. Where an hour of the week was seen seldom, what the same hour of other days holds
 * counts a little, and all hours a little less.
 */
final class Pace {

  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  /** How many visits to an hour the other days' weigh. */
  private static final double OTHERS = 0.1;

  private final double[] perMinute = new double[WEEK];

  /**
   * A pace from what was seen.
   *
   * @param arrivals minutes with arrivals, by hour of the week from the epoch's first
   * @param visits how often each of these hours came
   */
  Pace(int[] arrivals, int[] visits) {
    double all = blend(sum(arrivals, 0, 1), sum(visits, 0, 1), 0);
    for (int hour = 0; hour < WEEK; hour++) {
      int ofDay = hour % DAY;
      double daily = blend(sum(arrivals, ofDay, DAY), sum(visits, ofDay, DAY), all);
      perMinute[hour] = blend(arrivals[hour], visits[hour], daily) / 60;
    }
  }

  private static int sum(int[] counts, int from, int step) {
    int sum = 0;
    for (int i = from; i < WEEK; i += step) {
      sum += counts[i];
    }
    return sum;
  }

  private static double blend(int arrivals, int visits, double others) {
    return (arrivals + OTHERS * others) / (visits + OTHERS);
  }

  static int hourOfWeek(long hour) {
    return (int) Math.floorMod(hour, (long) WEEK);
  }

  /** Minutes with arrivals that usually lie between two minutes of the epoch. */
  double expected(long from, long to) {
    double sum = 0;
    for (long at = from; at < to; ) {
      long hour = Math.floorDiv(at, 60L);
      long next = Math.min(to, (hour + 1) * 60);
      sum += (next - at) * perMinute[hourOfWeek(hour)];
      at = next;
    }
    return sum;
  }

  /** The minute from which on at least so many are expected since another; {@code last} at most. */
  long reaches(double amount, long from, long last) {
    double sum = 0;
    long at = from;
    while (at < last && sum < amount) {
      sum += perMinute[hourOfWeek(Math.floorDiv(at, 60L))];
      at++;
    }
    return at;
  }
}
