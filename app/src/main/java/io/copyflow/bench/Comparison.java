package io.copyflow.bench;

import io.copyflow.bench.Figure.Better;
import java.util.ArrayList;
import java.util.List;

/**
 * Two results held against each other. Only figures that a busy machine leaves alone count: ratios
 * to a floor of the same rounds, and allocation. A change is real when the rank sum test finds it
 * in fewer than one of twenty pairs of equal runs; it is a regression when it is also for the worse
 * and larger than the margin.
 *
 * @param changes figure by figure, in the order of the later result
 */
public record Comparison(List<Change> changes) {

  private static final double CHANCE = 0.05;

  /** What can be said of one figure. */
  public enum Verdict {
    /** No more than chance explains, or less than the margin. */
    SAME,
    /** Really better, by more than the margin. */
    BETTER,
    /** Really worse, by more than the margin. */
    WORSE,
    /** The figure depends on the machine and is told without a verdict. */
    TOLD
  }

  /**
   * One figure.
   *
   * @param before median of the earlier result
   * @param factor median of the later one divided by that
   * @param probability of such a difference between runs of the same thing
   */
  public record Change(
      Figure figure, double before, double factor, double probability, Verdict verdict) {}

  /** A comparison that nobody changes afterwards. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /**
   * Holds a result against an earlier one; figures that only one of them has are left out.
   *
   * @param margin the least relative change that counts, such as 0.1
   * @throws IllegalArgumentException when they were not measured with the same corpus
   */
  public static Comparison of(BenchResult before, BenchResult now, double margin) {
    if (!before.corpus().equals(now.corpus())) {
      throw new IllegalArgumentException(
          "measured with another corpus (%s, then %s); measure both with the same --data and --files"
              .formatted(before.corpus(), now.corpus()));
    }
    var changes = new ArrayList<Change>();
    for (Figure figure : now.figures()) {
      before.figure(figure.name()).ifPresent(old -> changes.add(change(old, figure, margin)));
    }
    return new Comparison(changes);
  }

  /** Whether a figure is really worse, by more than the margin. */
  public boolean isRegression() {
    return changes.stream().anyMatch(change -> change.verdict() == Verdict.WORSE);
  }

  private static Change change(Figure old, Figure figure, double margin) {
    double factor = figure.median() / old.median();
    double probability = MannWhitney.probability(old.rounds(), figure.rounds());
    return new Change(
        figure, old.median(), factor, probability, verdict(figure, factor, probability, margin));
  }

  private static Verdict verdict(Figure figure, double factor, double probability, double margin) {
    if (figure.better() != Better.LOWER) {
      return Verdict.TOLD;
    } else if (probability >= CHANCE || Math.abs(factor - 1) <= margin) {
      return Verdict.SAME;
    }
    return factor > 1 ? Verdict.WORSE : Verdict.BETTER;
  }
}
