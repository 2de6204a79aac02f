package io.copyflow.extract.publisher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern on lines with what is known of it beforehand: a few comparisons spare a line most
 * attempts. Immutable and thread-safe.
 */
final class LinePattern {

  private final Pattern pattern;
  private final Needs needs;

  LinePattern(Pattern pattern) {
    this.pattern = pattern;
    this.needs = Needs.of(pattern.pattern());
  }

  Matcher matcher(String line) {
    return pattern.matcher(line);
  }

  /** False when the line lacks a character that every match has. */
  boolean mayMatch(String line) {
    return needs.areIn(line);
  }

  /** False when no line that begins so matches from its start, whatever else it holds. */
  boolean mayStartWith(String start) {
    Matcher matcher = pattern.matcher(start);
    // A failure that did not reach the end of its input stays one whatever is appended.
    return matcher.lookingAt() || matcher.hitEnd();
  }
}
