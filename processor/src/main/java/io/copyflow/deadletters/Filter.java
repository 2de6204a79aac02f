package io.copyflow.deadletters;

import io.copyflow.topics.Keys;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param reasons codes; empty for all
 * @param source of the document, or null for all
 * @param since earliest time of ingestion, or null
 * @param until time of ingestion from which on they are not meant, or null
 */
public record Filter(
    Set<String> reasons,
    @Nullable String source,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** All of them. */
  public static final Filter ALL = new Filter(Set.of(), null, null, null);

  /** A filter that nobody changes afterwards. */
  public Filter {
    reasons = Set.copyOf(reasons);
  }

  /** Whether a dead letter is meant. */
  boolean takes(Letter letter) {
    return reasons.isEmpty() || reasons.contains(letter.reason());
  }

  /** Whether a raw record is meant, whatever the reason. */
  boolean takes(String document, Instant ingestedAt) {
    return (source == null || Keys.document(document).getSource().equals(source))
        && (since == null || !ingestedAt.isBefore(since))
        && (until == null || ingestedAt.isBefore(until));
  }
}
