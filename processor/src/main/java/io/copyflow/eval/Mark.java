package io.copyflow.eval;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How one file did on one metric.
 *
 * @param metric what was measured
 * @param tally the counts
 * @param missing what was expected and not found, cut short; empty when nothing is missing
 * @param extra what was found instead or besides, cut short; empty when nothing is too much
 */
public record Mark(Metric metric, Tally tally, String missing, String extra) {

  /** A mark whose texts are short enough to keep by the thousand. */
  public Mark {
    missing = Excerpt.of(missing);
    extra = Excerpt.of(extra);
  }

  /** How good it is, from 0 to 1. */
  public double score() {
    return tally.f1();
  }

  /** A field that is right or wrong. */
  static Mark single(Metric metric, boolean right, String expected, String found) {
    return new Mark(metric, Tally.single(right), right ? "" : expected, right ? "" : found);
  }

  /** A field whose items have no order; repeated items count once. */
  static Mark sets(Metric metric, Set<String> expected, Set<String> found) {
    var missing = without(expected, found);
    var extra = without(found, expected);
    int right = expected.size() - missing.size();
    return new Mark(
        metric,
        new Tally(right, extra.size(), missing.size(), 0),
        String.join(" | ", missing),
        String.join(" | ", extra));
  }

  private static Set<String> without(Collection<String> some, Collection<String> others) {
    var rest = new LinkedHashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
