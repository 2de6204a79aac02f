package io.copyflow.ledger.explain;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param explanations of each raw record that it names, in the order of raw records
 * @param left how many more outcomes fit the question
 */
public record Explained(List<Explanation> explanations, long left) {

  /** An answer that nobody changes afterwards. */
  public Explained {
    explanations = List.copyOf(explanations);
  }
}
