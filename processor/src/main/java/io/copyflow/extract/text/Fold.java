package io.copyflow.extract.text;

/** Plain foldings of text that every reader of the file needs. */
public final class Fold {

  private static final int LONGEST_DETAIL = 200;

  private Fold() {}

  /**
   * Every run of Unicode white space (no-break and ideographic spaces included) becomes one space;
   * control characters, zero-width spaces and byte order marks vanish; the ends are trimmed.
   */
  public static String line(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isFolded(text.charAt(start))) {
      start++;
    }
    while (end > start && isFolded(text.charAt(end - 1))) {
      end--;
    }
    // Most lines are clean between their ends: a copy costs a tenth of folding.
    return isClean(text, start, end) ? text.substring(start, end) : fold(text, start, end);
  }

  private static boolean isClean(String text, int start, int end) {
    boolean gap = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      if (space ? gap : isFolded(c)) {
        return false;
      }
      gap = space;
    }
    return true;
  }

  /** True for what does not stay as it is: white space and what nobody sees. */
  static boolean isFolded(char c) {
    return !isPlain(c) && (isSpace(c) || isFormat(c));
  }

  private static String fold(String text, int start, int end) {
    var out = new StringBuilder(end - start);
    boolean gap = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = true;
      } else if (!isInvisible(c)) {
        if (gap && out.length() > 0) {
          out.append(' ');
        }
        out.append(c);
        gap = false;
      }
    }
    return out.toString();
  }

  /** White space in the widest sense; line separators and the next-line control included. */
  public static boolean isSpace(char c) {
    if (isPlain(c)) {
      return false;
    }
    return c <= ' ' ? isAsciiSpace(c) : c == 0x85 || Character.isSpaceChar(c);
  }

  /**
   * Text for a message: control and format characters as {@code \\uXXXX}, cut to 200 characters, so
   * that nothing from a file can steer a terminal or break a log line.
   */
  public static String printable(String text) {
    var out = new StringBuilder();
    text.codePoints().limit(LONGEST_DETAIL).forEach(c -> append(out, c));
    return out.toString();
  }

  /** The ranges of nearly all text, which need no look-up: ASCII, Han, kana, Hangul, full width. */
  static boolean isPlain(char c) {
    return (c > ' ' && c < 0x7F) || (c > 0x3000 && c < 0xD800) || (c > 0xFF00 && c < 0xFFEF);
  }

  private static boolean isAsciiSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isInvisible(char c) {
    return !isPlain(c) && isFormat(c);
  }

  private static boolean isFormat(char c) {
    return Character.isISOControl(c) || c == 0x200B || c == 0xFEFF || c == 0xAD;
  }

  private static void append(StringBuilder out, int c) {
    int type = Character.getType(c);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE;
    if (hidden) {
      out.append(String.format("\\u%04X", c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
