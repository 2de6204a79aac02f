package io.copyflow.ledger.explain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest record of each key, up to a number of keys: a question may fit a million records, and
 * nobody reads a million answers.
 */
final class Answers<T> {

  private final int most;
  private final Map<String, Located<T>> latest = new LinkedHashMap<>();
  private long left;

  /**
   * No answers.
   *
   * @param most keys that there is room for
   */
  Answers(int most) {
    this.most = most;
  }

  void put(String key, Located<T> found) {
    if (latest.size() < most || latest.containsKey(key)) {
      latest.put(key, found);
    } else {
      left++;
    }
  }

  void remove(String key) {
    latest.remove(key);
  }

  Map<String, Located<T>> byKey() {
    return latest;
  }

  Collection<Located<T>> all() {
    return latest.values();
  }

  /** How many records there was no room for. */
  long left() {
    return left;
  }
}
