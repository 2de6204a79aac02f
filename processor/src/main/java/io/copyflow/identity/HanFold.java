package io.copyflow.identity;

import com.ibm.icu.text.Transliterator;

/**
 * Folds Han characters that are written differently in Simplified and Traditional Chinese, or in
 * different places, to one representative, so that a mirror in the other script reads the same.
 * Character by character and many to one: 乾, 幹 and 干 all become 干. It is for comparing, never for
 * reading.
 *
 * <p>Source: the transform {@code Traditional-Simplified} of Unicode CLDR, as this build's ICU has
 * it (Unicode licence), and a few pairs that converters use and CLDR leaves apart. Characters
 * outside the Basic Multilingual Plane stay as they are. Pure functions, thread-safe.
 *
 * @see <a href="https://www.unicode.org/reports/tr38/">UAX #38, Unihan: variants</a>
 */
final class HanFold {

  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;

  /** Representative first. Unihan lists each as variants; of 苎 and 苧, CLDR makes each the other. */
  private static final String[] MORE_VARIANTS = {
    "着著", "你妳", "卫衞", "岳嶽", "抬擡", "苏甦囌", "蒙濛矇", "修脩", "合閤", "余馀", "教敎", "青靑", "清淸", "苎苧薴", "划画畫劃畵",
    "账帐帳賬", "炮砲"
  };

  private static final char[] REPRESENTATIVES = representatives();

  private HanFold() {}

  /** The text with each Han character's representative; the same object when nothing folds. */
  static String fold(String text) {
    int i = 0;
    while (i < text.length() && fold(text.charAt(i)) == text.charAt(i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (; i < chars.length; i++) {
      chars[i] = fold(chars[i]);
    }
    return new String(chars);
  }

  static char fold(char c) {
    return c < FIRST || c > LAST ? c : REPRESENTATIVES[c - FIRST];
  }

  private static char[] representatives() {
    var table = new char[LAST - FIRST + 1];
    var toSimplified = Transliterator.getInstance("Traditional-Simplified");
    for (char c = FIRST; c <= LAST; c++) {
      String simplified = toSimplified.transliterate(String.valueOf(c));
      table[c - FIRST] = simplified.length() == 1 ? simplified.charAt(0) : c;
    }
    for (String variants : MORE_VARIANTS) {
      for (int i = 0; i < variants.length(); i++) {
        table[variants.charAt(i) - FIRST] = variants.charAt(0);
      }
    }
    return table;
  }
}
