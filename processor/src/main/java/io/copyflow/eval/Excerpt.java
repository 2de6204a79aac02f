package io.copyflow.eval;

import io.copyflow.extract.text.Fold;

/** A difference short enough to be read in a list. */
final class Excerpt {

  private static final int LONGEST = 120;

  private Excerpt() {}

  /** The text in one line, cut after 120 characters. */
  static String of(String text) {
    // What lies beyond cannot show: white space is folded only near the cut.
    String line = Fold.line(text.substring(0, Math.min(text.length(), 8 * LONGEST)));
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
