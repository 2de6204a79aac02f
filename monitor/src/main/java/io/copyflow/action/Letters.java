package io.copyflow.action;

import io.copyflow.deadletters.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param parked those, too, that failed three times in a row
 */
record Letters(Filter filter, boolean parked) {

  /** The command that means the same. */
  CommandLine command() {
    return new CommandLine("dead-letters", "redrive")
        .with("--reason", String.join(",", new TreeSet<>(filter.reasons())))
        .with("--source", orEmpty(filter.source()))
        .with("--since", orEmpty(filter.since()))
        .with("--until", orEmpty(filter.until()))
        .with("--parked", parked);
  }

  /** In words: which ones. */
  String words() {
    List<String> words = new ArrayList<>();
    words.add(parked ? "open and parked dead letters" : "open dead letters");
    if (!filter.reasons().isEmpty()) {
      words.add("of " + String.join(", ", new TreeSet<>(filter.reasons())));
    }
    if (filter.source() != null) {
      words.add("from the source " + filter.source());
    }
    if (filter.since() != null || filter.until() != null) {
      words.add("ingested in the days given");
    }
    return String.join(" ", words);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String orEmpty(@Nullable Instant moment) {
    return moment == null ? "" : moment.toString();
  }
}
