package io.copyflow.extract.publisher;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rules for lines by the first character of a line. One look-up leaves the few patterns that can
 * match at all, which for most lines is none. What it learns of a character it remembers.
 * Thread-safe.
 *
 * @param <R> the rules, of which those that are equal are kept once
 */
public final class LineStarts<R> {

  private static final int PAGE = 256;

  private final R all;
  private final BiFunction<R, String, R> startingWith;

  /** Most characters have the same rules as many others. */
  private final Map<R, R> shared = new ConcurrentHashMap<>();

  /** In pages that are made when a character of theirs turns up. */
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<R>> byFirst =
      new AtomicReferenceArray<>((Character.MAX_VALUE + 1) / PAGE);

  private LineStarts(R all, BiFunction<R, String, R> startingWith) {
    this.all = all;
    this.startingWith = startingWith;
  }

  static LineStarts<LineRules> of(LineRules all) {
    return new LineStarts<>(all, LineRules::startingWith);
  }

  /** Patterns of which a line is matched from its start. */
  public static LineStarts<LinePatterns> of(LinePatterns all) {
    return new LineStarts<>(all, LinePatterns::startingWith);
  }

  /** The rules that a line may match. */
  public R of(String line) {
    if (line.isEmpty() || Character.isSurrogate(line.charAt(0))) {
      return all;
    }
    char first = line.charAt(0);
    var page = byFirst.get(first / PAGE);
    R known = page == null ? null : page.get(first % PAGE);
    return known == null ? remember(first) : known;
  }

  private R remember(char first) {
    R some = startingWith.apply(all, String.valueOf(first));
    R rules = shared.computeIfAbsent(some, key -> key);
    byFirst.compareAndSet(first / PAGE, null, new AtomicReferenceArray<>(PAGE));
    var page = byFirst.get(first / PAGE);
    if (page != null) {
      page.set(first % PAGE, rules);
    }
    return rules;
  }
}
