package io.copyflow.extract.text;

import java.util.Locale;

/** What is left of texts when they are compared however they are punctuated. */
public final class Letters {

  private static final int ASCII = 0x80;

  private Letters() {}

  /** True for letters and numbers of every kind: the categories L and N. */
  public static boolean isOne(int c) {
    if (c < ASCII) {
      return Scripts.isAsciiLetter(c) || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** The first letter or number of a text; 0 when there is none. */
  public static int first(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isOne(c)) {
        return c;
      }
    }
    return 0;
  }

  /** The letters and numbers of a text, as they are. */
  public static String of(String text) {
    var letters = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isOne(c)) {
        letters.appendCodePoint(c);
      }
    }
    return letters.toString();
  }

  /** The letters and numbers of a text, in lower case. */
  public static String lower(String text) {
    return of(text).toLowerCase(Locale.ROOT);
  }
}
