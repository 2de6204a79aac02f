package io.copyflow.bench;

import java.util.List;

/**
 * One measured quantity.
 *
 * @param name dotted, such as {@code pipeline.cpu}
 * @param unit of the values
 * @param better which way is better
 * @param rounds one value for each counted round; a single one where rounds make no sense
 */
public record Figure(String name, String unit, Better better, List<Double> rounds) {

  /** Which way a quantity is better. */
  public enum Better {
    /** Less is better, and steady: counts for a regression. */
    LOWER,
    /** More is better. Depends on how busy the machine is; does not count. */
    HIGHER,
    /** To know, or too unsteady to count. */
    NEITHER
  }

  /** A figure with at least one value, that nobody changes afterwards. */
  public Figure {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException(name + " has no value");
    }
  }

  static Figure single(String name, String unit, Better better, double value) {
    return new Figure(name, unit, better, List.of(value));
  }

  /** The middle value. */
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The lowest value. */
  public double least() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The highest value. */
  public double most() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
