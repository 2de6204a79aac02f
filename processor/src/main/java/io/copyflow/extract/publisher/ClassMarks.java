package io.copyflow.extract.publisher;

import java.util.HashMap;
import java.util.Map;

/**
 * Marks by the names in {@code class} attributes. Nearly all names mean nothing, which their first
 * letter and their length tell without taking the attribute apart. Not changed after its making.
 */
final class ClassMarks {

  private static final int ASCII = 128;

  private final Map<String, Integer> byName = new HashMap<>();

  /** By first letter, a bit for each length of a known name, modulo 64. */
  private final long[] lengths = new long[ASCII];

  void add(String name, int mark) {
    byName.merge(name, mark, (one, other) -> one | other);
    lengths[name.charAt(0)] |= 1L << name.length();
  }

  /** The marks of all names that an attribute lists. */
  int of(String names) {
    int marks = 0;
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || Character.isWhitespace(names.charAt(i))) {
        marks |= i > start ? of(names, start, i) : 0;
        start = i + 1;
      }
    }
    return marks;
  }

  private int of(String names, int from, int to) {
    char first = names.charAt(from);
    boolean mayBe = first < ASCII && (lengths[first] & (1L << (to - from))) != 0;
    return mayBe ? byName.getOrDefault(names.substring(from, to), 0) : 0;
  }
}
