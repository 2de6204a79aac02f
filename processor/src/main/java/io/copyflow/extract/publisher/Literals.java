package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Words of which a line may hold one, looked for all at once: a character of the line is compared
 * with the few words that begin with it. Immutable.
 */
final class Literals {

  private static final int BUCKETS = 128;

  /** Below this, the search that the JVM has for a single word is faster. */
  private static final int FEW = 4;

  private final List<String> words;
  private final boolean ignoreCase;
  private final String[][] byFirst = new String[BUCKETS][];

  /**
   * Looks for any of some words.
   *
   * @param words none of them empty
   * @param ignoreCase whether the case of ASCII letters does not matter
   */
  Literals(Collection<String> words, boolean ignoreCase) {
    this.words = withoutLonger(words);
    this.ignoreCase = ignoreCase;
    for (String word : this.words) {
      char first = word.charAt(0);
      add(first, word);
      if (ignoreCase && first < BUCKETS && Character.toUpperCase(first) != first) {
        add(Character.toUpperCase(first), word);
      }
    }
  }

  /** Whether the case of ASCII letters does not matter. */
  boolean ignoreCase() {
    return ignoreCase;
  }

  /** The words, shortest first; none that holds another one. */
  List<String> words() {
    return words;
  }

  /** True when a line holds one of them. */
  boolean areIn(String line) {
    return !ignoreCase && words.size() < FEW ? isAnyIn(line) : isOneAnywhere(line);
  }

  private boolean isAnyIn(String line) {
    for (int i = 0; i < words.size(); i++) {
      if (line.indexOf(words.get(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneAnywhere(String line) {
    for (int at = 0; at < line.length(); at++) {
      String[] candidates = byFirst[line.charAt(at) % BUCKETS];
      if (candidates != null && isOneAt(line, at, candidates)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneAt(String line, int at, String[] candidates) {
    for (String word : candidates) {
      if (line.regionMatches(ignoreCase, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private void add(char first, String word) {
    String[] known = byFirst[first % BUCKETS];
    var words = new ArrayList<>(known == null ? List.of() : List.of(known));
    words.add(word);
    byFirst[first % BUCKETS] = words.toArray(String[]::new);
  }

  /** Whoever holds a word holds the words in it. */
  private static List<String> withoutLonger(Collection<String> words) {
    var kept = new ArrayList<String>();
    words.stream()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .filter(word -> kept.stream().noneMatch(word::contains))
        .forEach(kept::add);
    return List.copyOf(kept);
  }
}
