package io.copyflow.extract.publisher;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A profile's rules for lines by the first character of a line. One look-up leaves the few patterns
 * that can match at all, which for most lines is none. What it learns of a character it remembers.
 * Thread-safe.
 */
public final class LineStarts {

  private static final int PAGE = 256;

  private final LineRules all;

  /** Most characters have the same rules as many others. */
  private final Map<LineRules, LineRules> shared = new ConcurrentHashMap<>();

  /** In pages that are made when a character of theirs turns up. */
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<LineRules>> byFirst =
      new AtomicReferenceArray<>((Character.MAX_VALUE + 1) / PAGE);

  LineStarts(LineRules all) {
    this.all = all;
  }

  /** The rules that a line may match. */
  public LineRules of(String line) {
    if (line.isEmpty() || Character.isSurrogate(line.charAt(0))) {
      return all;
    }
    char first = line.charAt(0);
    var page = byFirst.get(first / PAGE);
    LineRules known = page == null ? null : page.get(first % PAGE);
    return known == null ? remember(first) : known;
  }

  private LineRules remember(char first) {
    LineRules some = all.startingWith(String.valueOf(first));
    LineRules rules = shared.computeIfAbsent(some, key -> key);
    byFirst.compareAndSet(first / PAGE, null, new AtomicReferenceArray<>(PAGE));
    var page = byFirst.get(first / PAGE);
    if (page != null) {
      page.set(first % PAGE, rules);
    }
    return rules;
  }
}
