package io.copyflow.extract.text;

/**
 * Sizes of a text that make sense for every script.
 *
 * @param characters code points that are not white space
 * @param words runs of letters and digits; each Han, kana and Hangul character counts as one
 */
public record Counts(int characters, int words) {

  /** Counts a text. */
  public static Counts of(String text) {
    int characters = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean whole = Scripts.isWordByItself(c);
      characters += whole || !isSpace(c) ? 1 : 0;
      boolean part = !whole && isLetterOrDigit(c);
      words += whole || (part && !inWord) ? 1 : 0;
      inWord = part || (inWord && isJoiner(c));
    }
    return new Counts(characters, words);
  }

  /** ASCII without a look-up: it is nearly all of what is not a word by itself. */
  private static boolean isLetterOrDigit(int c) {
    return c < 0x80
        ? Scripts.isAsciiLetter(c) || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  private static boolean isSpace(int c) {
    if (c > ' ' && c < 0x7F) {
      return false;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Apostrophes and marks do not end a word: {@code don't} is one. */
  private static boolean isJoiner(int c) {
    return c == '\'' || c == 0x2019 || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
