package io.copyflow.extract.publisher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are tried in order at the start of every line of every article. Which of them can
 * match at all is remembered by a line's first character: for most lines, none. Thread-safe.
 */
public final class LinePatterns {

  private final List<Pattern> all;

  /** Bounded by the number of characters that a line can begin with. */
  private final Map<Character, List<Pattern>> byFirst = new ConcurrentHashMap<>();

  /** Patterns in the order in which they are tried. */
  LinePatterns(List<Pattern> all) {
    this.all = List.copyOf(all);
  }

  /** The first match of the whole line; null when there is none. */
  public @Nullable Matcher whole(String line) {
    for (Pattern pattern : candidates(line)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return matcher;
      }
    }
    return null;
  }

  /** The first match at the start of a line; null when there is none. */
  public @Nullable Matcher start(String line) {
    for (Pattern pattern : candidates(line)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.lookingAt()) {
        return matcher;
      }
    }
    return null;
  }

  private List<Pattern> candidates(String line) {
    if (all.isEmpty() || line.isEmpty() || Character.isSurrogate(line.charAt(0))) {
      return all;
    }
    @Nullable List<Pattern> known = byFirst.get(line.charAt(0));
    return known != null ? known : byFirst.computeIfAbsent(line.charAt(0), this::candidates);
  }

  private List<Pattern> candidates(char first) {
    String start = String.valueOf(first);
    return all.stream().filter(pattern -> mayContinue(pattern.matcher(start))).toList();
  }

  /** A failure that did not reach the end of its input stays one whatever is appended. */
  private static boolean mayContinue(Matcher start) {
    return start.lookingAt() || start.hitEnd();
  }
}
