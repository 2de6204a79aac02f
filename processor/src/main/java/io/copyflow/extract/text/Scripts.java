package io.copyflow.extract.text;

import java.lang.Character.UnicodeScript;

/** Writing systems of single characters. */
final class Scripts {

  private Scripts() {}

  static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** True for the scripts that write no spaces between words. */
  static boolean isWordByItself(int c) {
    if (c < 0x1100) {
      return false;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return true;
    }
    // Punctuation is frequent, and its script costs a search.
    return Character.isLetter(c) && isUnspaced(UnicodeScript.of(c));
  }

  private static boolean isUnspaced(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
