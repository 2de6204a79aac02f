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
      characters += isSpace(c) ? 0 : 1;
      boolean whole = Scripts.isWordByItself(c);
      boolean part = !whole && Character.isLetterOrDigit(c);
      words += whole || (part && !inWord) ? 1 : 0;
      inWord = part || (inWord && isJoiner(c));
    }
    return new Counts(characters, words);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Apostrophes and marks do not end a word: {@code don't} is one. */
  private static boolean isJoiner(int c) {
    return c == '\'' || c == 0x2019 || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
