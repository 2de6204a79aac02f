package io.copyflow.console;

import java.util.List;

/**
 * An article's way through the pipeline.
 *
 * @param document whose it is
 * @param kind its verdict
 * @param steps in the order in which they were taken
 * @param history verdicts on the same article, one line each
 * @param left how many more of those there are
 */
record Path(String document, String kind, List<Step> steps, List<String> history, long left) {

  /** A step, and what is known of it. */
  record Step(String name, List<Fact> facts) {}

  /**
   * One fact.
   *
   * @param value may be anybody's text: an article's title
   */
  record Fact(String name, String value) {}
}
