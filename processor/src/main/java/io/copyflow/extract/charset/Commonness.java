package io.copyflow.extract.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * How common the characters of a text are. Bytes read in the wrong East Asian encoding often decode
 * without an error, but to rare characters.
 *
 * <p>Each national standard says itself which are common: it lists those first, and their first
 * byte is low. Nearly all of a text is among them, and about half of a text that was read wrongly.
 */
enum Commonness {
  SIMPLIFIED("GB2312", 0xB0, 0xD7, "gb"),
  TRADITIONAL("Big5", 0xA4, 0xC6, "big5"),
  /** Kana stand before the characters. */
  JAPANESE("EUC-JP", 0xA4, 0xCF, "shift_jis", "windows-31j", "euc-jp", "iso-2022-jp"),
  KOREAN("EUC-KR", 0xB0, 0xC8, "euc-kr", "x-windows-949");

  private static final char FIRST_LETTER = '\u00C0';
  private static final char LAST = '\uFFDC';

  /** Two readings of one text that differ by less are as good as each other. */
  private static final double MARGIN = 0.1;

  /** Nearly all of a text that is read rightly is common. */
  private static final double RIGHT = 0.9;

  private final BitSet common = new BitSet();
  private final int width;
  private final String[] names;

  Commonness(String standard, int firstByte, int lastByte, String... names) {
    this.names = names;
    this.width = lastByte - firstByte;
    CharsetEncoder encoder = Charset.forName(standard).newEncoder();
    for (char c = FIRST_LETTER; c <= LAST; c++) {
      int lead = Character.isLetter(c) && encoder.canEncode(c) ? lead(encoder, c) : 0;
      common.set(c, lead >= firstByte && lead <= lastByte);
    }
  }

  private static int lead(CharsetEncoder encoder, char c) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(new char[] {c}));
      return bytes.remaining() > 1 ? bytes.get() & 0xFF : 0;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }

  /**
   * True when a text that statistics found is more believable than the one that somebody claims.
   *
   * <p>Korean syllables are common Simplified characters, too, when they are read as such. Where
   * both readings consist of common characters, the one whose standard lists fewer is right: by
   * chance, a text would not keep to them.
   */
  static boolean speaksFor(String found, Charset foundIn, String claimed, Charset claimedIn) {
    Optional<Commonness> nation = of(foundIn);
    if (nation.isEmpty()) {
      return false;
    }
    double share = nation.get().share(found);
    return of(claimedIn)
        .map(other ->
            share > other.share(claimed) + MARGIN
                || (share > RIGHT && nation.get().width < other.width))
        // A claim of single bytes fits everything, so what is found has to be beyond doubt.
        .orElse(share > RIGHT);
  }

  private static Optional<Commonness> of(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(nation -> Arrays.stream(nation.names).anyMatch(name::startsWith))
        .findFirst();
  }

  private double share(String text) {
    int all = 0;
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_LETTER && !isPunctuation(c)) {
        all++;
        found += common.get(c) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) found / all;
  }

  /** Punctuation is the same in all of them and tells nothing. */
  private static boolean isPunctuation(char c) {
    return (c >= 0x2000 && c <= 0x206F)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF5E);
  }
}
