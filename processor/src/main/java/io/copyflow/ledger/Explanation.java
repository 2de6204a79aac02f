package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one raw record ended as it did.
 *
 * @param outcome its verdict
 * @param article the published article that the verdict speaks of: its own, or for a copy the
 *     original's; null when there is none
 * @param deadLetter where it lies, for a rejected record; null otherwise
 * @param history all verdicts on the same article, in the order of raw records; empty when the
 *     record names no article
 */
public record Explanation(
    Outcome outcome,
    @Nullable Article article,
    @Nullable DeadLetter deadLetter,
    List<Outcome> history) {

  /** An explanation whose history nobody changes afterwards. */
  public Explanation {
    history = List.copyOf(history);
  }
}
