package io.copyflow.action;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/** Words for a POSIX shell. */
public final class Shell {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private Shell() {}

  /** One word, whatever it holds; control characters do not survive. */
  public static String quoted(String word) {
    String shown = word.replaceAll("\\p{Cntrl}", "?");
    return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
  }

  /** A command line of Copyflow's, ready to be pasted. */
  public static String command(List<String> words) {
    return "copyflow " + words.stream().map(Shell::quoted).collect(joining(" "));
  }
}
