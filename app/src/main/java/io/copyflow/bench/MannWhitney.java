package io.copyflow.bench;

import java.util.List;

/**
 * Whether two samples differ by more than chance: the rank sum test, exact, two-sided. It asks only
 * which values are larger, so that one round in which the machine was busy counts for no more than
 * its rank.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney, 1947</a>
 */
final class MannWhitney {

  private MannWhitney() {}

  /**
   * How probable so large a difference, or a larger one, is between samples of the same thing. Ties
   * count half, which errs towards chance.
   */
  static double probability(List<Double> one, List<Double> other) {
    double u = 0;
    for (double a : one) {
      for (double b : other) {
        u += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    int most = one.size() * other.size();
    int extreme = (int) Math.ceil(Math.min(u, most - u));
    double[] counts = counts(one.size(), other.size());
    double tail = 0;
    double all = 0;
    for (int i = 0; i <= most; i++) {
      all += counts[i];
      tail += i <= extreme ? counts[i] : 0;
    }
    return Math.min(1, 2 * tail / all);
  }

  /**
   * In how many orders of m and n values each sum of ranks occurs: the coefficients of the Gaussian
   * binomial, multiplied and divided factor by factor.
   */
  private static double[] counts(int m, int n) {
    var counts = new double[m * n + 1];
    counts[0] = 1;
    for (int i = 1; i <= m; i++) {
      for (int sum = counts.length - 1; sum >= n + i; sum--) {
        counts[sum] -= counts[sum - n - i];
      }
      for (int sum = i; sum < counts.length; sum++) {
        counts[sum] += counts[sum - i];
      }
    }
    return counts;
  }
}
