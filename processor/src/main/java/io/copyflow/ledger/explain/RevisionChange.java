package io.copyflow.ledger.explain;

import io.copyflow.avro.Outcome;
import java.util.List;

/**
 * A revision of an article, and what it changed.
 *
 * @param outcome NEW or REVISED
 * @param diff a unified diff of title and paragraphs against the revision before; empty for the
 *     first, and where nobody asked for it
 */
public record RevisionChange(Located<Outcome> outcome, List<String> diff) {

  /** A change whose lines nobody changes afterwards. */
  public RevisionChange {
    diff = List.copyOf(diff);
  }
}
