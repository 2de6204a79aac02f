package io.copyflow.extract.publisher;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are tried in order on every line of every article. Which of them can match at all
 * is told by a line's first character, which is remembered, and by the characters that a pattern
 * needs: for most lines, none. Thread-safe.
 */
public final class LinePatterns {

  private static final int PAGE = 256;

  private final LinePattern[] all;

  /** By a line's first character, in pages that are made when a character of theirs turns up. */
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<LinePattern @Nullable []>>
      byFirst = new AtomicReferenceArray<>((Character.MAX_VALUE + 1) / PAGE);

  /** Patterns in the order in which they are tried. */
  LinePatterns(List<Pattern> all) {
    this.all = all.stream().map(LinePattern::new).toArray(LinePattern[]::new);
  }

  /** The first match of the whole line; null when there is none. */
  public @Nullable Matcher whole(String line) {
    for (LinePattern pattern : candidates(line)) {
      if (pattern.mayMatch(line)) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.matches()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /** The first match at the start of a line; null when there is none. */
  public @Nullable Matcher start(String line) {
    for (LinePattern pattern : candidates(line)) {
      if (pattern.mayMatch(line)) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.lookingAt()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /** The first match anywhere in a line, of the first pattern that has one; null without any. */
  public @Nullable Matcher find(String line) {
    for (LinePattern pattern : all) {
      if (pattern.mayMatch(line)) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
          return matcher;
        }
      }
    }
    return null;
  }

  private LinePattern[] candidates(String line) {
    if (all.length == 0 || line.isEmpty() || Character.isSurrogate(line.charAt(0))) {
      return all;
    }
    char first = line.charAt(0);
    var page = byFirst.get(first / PAGE);
    LinePattern[] known = page == null ? null : page.get(first % PAGE);
    return known == null ? remember(first) : known;
  }

  private LinePattern[] remember(char first) {
    String start = String.valueOf(first);
    LinePattern[] candidates =
        Arrays.stream(all)
            .filter(pattern -> pattern.mayStartWith(start))
            .toArray(LinePattern[]::new);
    byFirst.compareAndSet(first / PAGE, null, new AtomicReferenceArray<>(PAGE));
    var page = byFirst.get(first / PAGE);
    if (page != null) {
      page.set(first % PAGE, candidates);
    }
    return candidates;
  }
}
