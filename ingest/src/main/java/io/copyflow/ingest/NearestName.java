package io.copyflow.ingest;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** What somebody who mistyped a name probably meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name that differs least.
   *
   * @param maxEdits how many characters may be inserted, deleted or replaced at most
   */
  public static Optional<String> of(String name, Collection<String> known, int maxEdits) {
    return known.stream()
        .filter(other -> edits(name, other) <= maxEdits)
        .min(comparingInt((String other) -> edits(name, other)).thenComparing(other -> other));
  }

  /** Levenshtein's distance, by the row. */
  static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
