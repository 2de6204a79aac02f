package io.copyflow.ledger;

/**
 * What a proof came to.
 *
 * @param balance all raw records against their outcomes
 * @param violations how many were found
 * @param moving whether records came in meanwhile; what is a violation was then found by two
 *     readings, one after the other
 * @param settled whether no record was between two steps of the processor; otherwise {@code
 *     ONE_ARTICLE_PER_CONTENT} and {@code EARLIEST_WINS} were not judged
 * @param tempBytes the most that temporary files took at a time
 */
public record Verified(
    Balance balance, long violations, boolean moving, boolean settled, long tempBytes) {

  /** Whether every invariant holds. */
  public boolean holds() {
    return violations == 0;
  }
}
