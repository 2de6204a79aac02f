package io.copyflow.extract.text;

/**
 * Sizes of a text that make sense for every script.
 *
 * @param characters code points that are not white space
 * @param words runs of letters and digits; each Han, kana and Hangul character counts as one
 */
public record Counts(int characters, int words) {

  /** A character by itself is a word. */
  private static final byte WORD = 0;

  /** It is part of a word. */
  private static final byte PART = 1;

  /** It ends no word, and begins none. */
  private static final byte JOINER = 2;

  private static final byte SPACE = 3;

  private static final byte OTHER = 4;

  /** One look-up instead of up to six for each character of the first plane. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = kind(c);
    }
  }

  /** Counts a text. */
  public static Counts of(String text) {
    int characters = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x4E00 && c <= 0x9FFF) {
        // Most characters of most texts, without a look-up in a table that no cache holds.
        characters++;
        words++;
        inWord = false;
        continue;
      }
      byte kind = KINDS[c];
      if (Character.isHighSurrogate(c)) {
        int whole = text.codePointAt(i);
        kind = kind(whole);
        i += Character.charCount(whole) - 1;
      }
      characters += kind == SPACE ? 0 : 1;
      words += kind == WORD || (kind == PART && !inWord) ? 1 : 0;
      inWord = kind == PART || (inWord && kind == JOINER);
    }
    return new Counts(characters, words);
  }

  private static byte kind(int c) {
    if (Scripts.isWordByItself(c)) {
      return WORD;
    }
    if (Character.isLetterOrDigit(c)) {
      return PART;
    }
    if (isSpace(c)) {
      return SPACE;
    }
    return isJoiner(c) ? JOINER : OTHER;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Apostrophes and marks do not end a word: {@code don't} is one. */
  private static boolean isJoiner(int c) {
    return c == '\'' || c == 0x2019 || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
