package io.copyflow.console;

import java.util.regex.Pattern;

/** Words for a POSIX shell. */
final class Shell {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private Shell() {}

  /** One word, whatever it holds; control characters do not survive. */
  static String quoted(String word) {
    String shown = word.replaceAll("\\p{Cntrl}", "?");
    return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
  }
}
