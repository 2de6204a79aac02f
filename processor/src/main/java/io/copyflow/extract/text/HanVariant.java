package io.copyflow.extract.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Tells Simplified from Traditional Chinese by counting the characters that only one of them has,
 * and Japanese without kana, as headlines are, from both.
 *
 * <p>Which those are is read off three national standards that the JDK carries: a character of GB
 * 2312 that Big5 lacks is Simplified, one of Big5 that GB 2312 lacks is Traditional. A text is
 * Japanese when JIS X 0208 has all its characters, and alone of the three has some of them.
 */
final class HanVariant {

  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FFF;
  private static final BitSet SIMPLIFIED = new BitSet(LAST + 1);
  private static final BitSet TRADITIONAL = new BitSet(LAST + 1);
  private static final BitSet OF_JAPAN = new BitSet(LAST + 1);
  private static final BitSet OF_JAPAN_ALONE = new BitSet(LAST + 1);

  static {
    CharsetEncoder gb = Charset.forName("GB2312").newEncoder();
    CharsetEncoder big5 = Charset.forName("Big5").newEncoder();
    CharsetEncoder jis = Charset.forName("Shift_JIS").newEncoder();
    for (char c = FIRST; c <= LAST; c++) {
      boolean inGb = gb.canEncode(c);
      boolean inBig5 = big5.canEncode(c);
      SIMPLIFIED.set(c, inGb && !inBig5);
      TRADITIONAL.set(c, inBig5 && !inGb);
      OF_JAPAN.set(c, jis.canEncode(c));
      OF_JAPAN_ALONE.set(c, jis.canEncode(c) && !inGb && !inBig5);
    }
  }

  private HanVariant() {}

  /** True when the Han characters of a text are those of Japan, and enough of Japan alone. */
  static boolean isJapanese(String text) {
    int han = 0;
    int alone = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isHan = c >= FIRST && c <= LAST;
      if (isHan && !OF_JAPAN.get(c)) {
        return false;
      }
      han += isHan ? 1 : 0;
      alone += OF_JAPAN_ALONE.get(c) ? 1 : 0;
    }
    // Chinese authors write one of these forms now and then.
    return alone > 0 && alone * 6 >= han;
  }

  /** The BCP 47 tag of a Chinese text; a text that shows neither variant counts as Simplified. */
  static String tag(String text) {
    int simplified = 0;
    int traditional = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      simplified += SIMPLIFIED.get(c) ? 1 : 0;
      traditional += TRADITIONAL.get(c) ? 1 : 0;
    }
    return traditional > simplified ? "zh-Hant" : "zh-Hans";
  }
}
