package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.List;

/**
 * Characters that a line must hold for a pattern to match: those of classes that stand outside of
 * all groups and may not be left out, like the brackets of {@code ^.{2,9}[（(].{2,9}[）)]$}. A
 * comparison with them spares most lines the pattern. Immutable.
 *
 * @param last one of these ends the line; empty when nothing is known of its end
 * @param within of each of these, one character is in the line
 */
record Needs(String last, List<String> within) {

  private static final Needs NONE = new Needs("", List.of());

  /** What a pattern needs at least. */
  static Needs of(String regex) {
    return regex.contains("(?x") ? NONE : new Scan(regex).needs();
  }

  /** True when a line has all of it. */
  boolean areIn(String line) {
    if (!last.isEmpty() && (line.isEmpty() || last.indexOf(line.charAt(line.length() - 1)) < 0)) {
      return false;
    }
    for (int i = 0; i < within.size(); i++) {
      if (!hasAny(line, within.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAny(String line, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (line.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Reads just enough of a pattern to tell its plain classes; not thread-safe. */
  private static final class Scan {

    private final String regex;
    private final List<String> within = new ArrayList<>();
    private String last = "";
    private int depth;

    Scan(String regex) {
      this.regex = regex;
    }

    Needs needs() {
      for (int at = 0; at < regex.length(); at++) {
        char c = regex.charAt(at);
        if (c == '|' && depth == 0) {
          return NONE;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '\\') {
          at = endOfEscape(at);
        } else if (c == '[') {
          int end = endOfClass(at);
          note(at, end);
          at = end;
        }
      }
      return new Needs(last, List.copyOf(within));
    }

    private int endOfEscape(int at) {
      int quoted = regex.startsWith("\\Q", at) ? regex.indexOf("\\E", at) : -1;
      return quoted < 0 ? at + 1 : quoted + 1;
    }

    /** Where the class that opens here closes; classes may hold classes. */
    private int endOfClass(int start) {
      int open = 0;
      for (int at = start; at < regex.length(); at++) {
        char c = regex.charAt(at);
        open += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (open == 0) {
          return at;
        }
        at += c == '\\' ? 1 : 0;
      }
      return regex.length();
    }

    private void note(int start, int end) {
      String characters = regex.substring(start + 1, Math.min(end, regex.length()));
      String after = regex.substring(Math.min(end + 1, regex.length()));
      if (depth > 0 || !isPlain(characters) || isOptional(after)) {
        return;
      }
      if (after.equals("$")) {
        last = characters;
      } else {
        within.add(characters);
      }
    }

    /** Nothing but characters that stand for themselves, whatever their case. */
    private static boolean isPlain(String characters) {
      return !characters.isEmpty()
          && characters
              .chars()
              .noneMatch(c ->
                  "^-\\[]&".indexOf(c) >= 0
                      || Character.isUpperCase(c)
                      || Character.isLowerCase(c));
    }

    private static boolean isOptional(String after) {
      return after.startsWith("?") || after.startsWith("*") || after.startsWith("{0");
    }
  }
}
