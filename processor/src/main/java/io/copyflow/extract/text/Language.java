package io.copyflow.extract.text;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The main language of a text as a BCP 47 tag. East Asian languages are told by their scripts,
 * which is exact on texts of a few characters; all others by a statistical model, which is only
 * loaded when such a text turns up. Thread-safe.
 */
public final class Language {

  /** A sample is enough, and bounds the cost of a long article. */
  private static final int SAMPLE = 4_000;

  private static final int FEWEST_LETTERS = 3;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,500}");

  private Language() {}

  /**
   * The tag, for instance {@code zh-Hans} or {@code en}; null when the text has too few letters.
   */
  public static @Nullable String of(String text) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    String prose = ADDRESS.matcher(sample).replaceAll(" ");
    Tally tally = Tally.of(prose);
    if (tally.letters() < FEWEST_LETTERS) {
      return null;
    }
    if (tally.isEastAsian()) {
      return eastAsian(prose, tally);
    }
    @Nullable String tag = StatisticalLanguage.of(prose);
    return "zh".equals(tag) ? HanVariant.tag(prose) : tag;
  }

  private static String eastAsian(String prose, Tally tally) {
    if (tally.hangul() > tally.han() + tally.kana()) {
      return "ko";
    }
    // A Chinese text may quote a Japanese name; Japanese prose is at least a tenth kana.
    boolean japanese =
        tally.kana() * 10 > tally.han() + tally.kana() || HanVariant.isJapanese(prose);
    return japanese ? "ja" : HanVariant.tag(prose);
  }

  /** Letters by script. */
  private record Tally(int han, int kana, int hangul, int other) {

    /** A Han character says about as much as a word: two letters of another script weigh as one. */
    boolean isEastAsian() {
      return 2 * (han + kana + hangul) >= other;
    }

    int letters() {
      return 3 * (han + kana + hangul) + other;
    }

    static Tally of(String text) {
      var counts = new int[4];
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        counts[index(c)] += isLetter(c) ? 1 : 0;
      }
      return new Tally(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Assigned ideographs and ASCII, nearly every character, without a look-up. */
    private static boolean isLetter(int c) {
      boolean ideograph = c >= 0x4E00 && c <= 0x9FA5;
      return ideograph || (c < 0x80 ? Scripts.isAsciiLetter(c) : Character.isLetter(c));
    }

    private static int index(int c) {
      // The two ranges that nearly every character is in, without a search.
      if (c < 0x250) {
        return 3;
      }
      if (c >= 0x4E00 && c <= 0x9FFF) {
        return 0;
      }
      return switch (UnicodeScript.of(c)) {
        case HAN -> 0;
        case HIRAGANA, KATAKANA -> 1;
        case HANGUL -> 2;
        default -> 3;
      };
    }
  }
}
