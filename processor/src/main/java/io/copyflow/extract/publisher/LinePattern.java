package io.copyflow.extract.publisher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern on lines with what is known of it beforehand: a few comparisons spare a line most
 * attempts. Immutable and thread-safe.
 *
 * @param pattern the pattern
 * @param needs what a line must have for it
 */
record LinePattern(Pattern pattern, Needs needs) {

  LinePattern(Pattern pattern) {
    this(pattern, Needs.of(pattern.pattern()));
  }

  /** False when no line that begins so matches from its start, whatever else it holds. */
  boolean mayStartWith(String start) {
    Matcher matcher = pattern.matcher(start);
    // A failure that did not reach the end of its input stays one whatever is appended.
    return matcher.lookingAt() || matcher.hitEnd();
  }
}
