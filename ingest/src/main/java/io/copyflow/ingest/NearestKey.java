package io.copyflow.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which key a misspelt one was meant to be. */
final class NearestKey {

  private NearestKey() {}

  /** The key with the fewest edits; empty when none is near. */
  static Optional<String> of(String key, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String other) -> edits(key, other)))
        .filter(nearest -> edits(key, nearest) <= key.length() / 2);
  }

  /** Levenshtein distance: insertions, deletions and replacements of one character. */
  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[to.length()];
  }
}
