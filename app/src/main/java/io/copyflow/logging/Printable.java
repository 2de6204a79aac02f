package io.copyflow.logging;

/**
 * Text that is safe on a terminal and in a log file. File names, URLs and article text are written
 * by strangers: a line break in one would forge a log line, an escape sequence would steer the
 * terminal, a bidirectional override would show another name than the true one.
 */
public final class Printable {

  private Printable() {}

  /**
   * The text in one line: control characters, line separators and bidi controls as {@code \}uXXXX.
   */
  public static String line(String text) {
    return text.codePoints().allMatch(Printable::safe) ? text : escaped(text, false);
  }

  /** The same, with line feeds and tabs left as they are: for stack traces. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean keepBreaks) {
    var line = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (safe(c) || (keepBreaks && (c == '\n' || c == '\t'))) {
            line.appendCodePoint(c);
          } else {
            line.append("\\u%04x".formatted(c));
          }
        });
    return line.toString();
  }

  private static boolean safe(int c) {
    return !switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> bidirectional(c);
      default -> false;
    };
  }

  private static boolean bidirectional(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> c == 0x200E || c == 0x200F || c == 0x061C;
    };
  }
}
