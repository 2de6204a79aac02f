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

  /** Bits for the first two characters of a word, by a hash of them. */
  private static final int STARTS = 4_096;

  /** The bit in which the cases of ASCII letters differ; a hash may ignore it elsewhere too. */
  private static final int CASE = 0x20;

  /** Below this, the search that the JVM has for a single word is faster. */
  private static final int FEW = 4;

  private final List<String> words;
  private final boolean ignoreCase;
  private final String[][] byFirst = new String[BUCKETS][];
  private final long[] starts = new long[STARTS / Long.SIZE];

  /** A word of one character begins with any two. */
  private final boolean single;

  /**
   * Looks for any of some words.
   *
   * @param words none of them empty
   * @param ignoreCase whether the case of ASCII letters does not matter
   */
  Literals(Collection<String> words, boolean ignoreCase) {
    this.words = withoutLonger(words);
    this.ignoreCase = ignoreCase;
    this.single = this.words.stream().anyMatch(word -> word.length() == 1);
    for (String word : this.words) {
      add(word);
    }
  }

  private void add(String word) {
    int bucket = lower(word.charAt(0)) % BUCKETS;
    String[] known = byFirst[bucket];
    var words = new ArrayList<>(known == null ? List.of() : List.of(known));
    words.add(word);
    byFirst[bucket] = words.toArray(String[]::new);
    int start = word.length() == 1 ? 0 : start(word.charAt(0), word.charAt(1));
    starts[start / Long.SIZE] |= 1L << start;
  }

  /** A hash of two characters, the same for both cases of ASCII letters. */
  private static int start(int first, int second) {
    return ((first | CASE) * 31 + (second | CASE)) % STARTS;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
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

  /** Where the first of them stands at or behind an offset; -1 when none does. */
  int next(String line, int from) {
    for (int at = from; at < line.length(); at++) {
      if (isOneAt(line, at)) {
        return at;
      }
    }
    return -1;
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
    int last = line.length() - 1;
    int first = last < 0 ? 0 : line.charAt(0);
    for (int at = 0; at < last; at++) {
      int second = line.charAt(at + 1);
      int start = start(first, second);
      boolean begins = (starts[start / Long.SIZE] & (1L << start)) != 0;
      if ((begins || single) && isOneAt(line, at)) {
        return true;
      }
      first = second;
    }
    return single && last >= 0 && isOneAt(line, last);
  }

  private boolean isOneAt(String line, int at) {
    String[] candidates = byFirst[lower(line.charAt(at)) % BUCKETS];
    if (candidates == null) {
      return false;
    }
    for (String word : candidates) {
      if (line.regionMatches(ignoreCase, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
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
