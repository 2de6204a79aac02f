package io.copyflow.identity;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Normalisation v1: what is left of a text when only what identifies it is kept. NFKC and case
 * folded (Unicode's NFKC_Casefold), then letters and digits alone. Digits matter: in currency
 * bulletins nothing else differs. No script folding, no synonyms, no stop words.
 *
 * <p>ICU is used instead of {@link java.text.Normalizer} because the JDK's Unicode version changes
 * with the JDK, and a hash must not. Pure functions, thread-safe.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX #15, Unicode normalization forms</a>
 */
public final class Normalisation {

  /** Version tag that every hash over this normalisation carries. */
  public static final String VERSION = "v1";

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  /** What is kept of each character of the Basic Multilingual Plane that stands by itself. */
  private static final char[] KEPT = new char[1 << Character.SIZE];

  private static final char NOTHING = 0;

  /** What is kept is not one character, or the character is half of one. */
  private static final char ASK_ICU = 1;

  /** Which characters do not interact with what stands before them. */
  private static final boolean[] STARTS = new boolean[1 << Character.SIZE];

  static {
    for (int c = 0; c < KEPT.length; c++) {
      boolean half = Character.isSurrogate((char) c);
      KEPT[c] = half ? ASK_ICU : kept((char) c);
      STARTS[c] = !half && NFKC_CASEFOLD.hasBoundaryBefore(c);
    }
  }

  private Normalisation() {}

  /** The letters and digits of a text, compatibility-composed and case-folded, in order. */
  public static String normalise(String text) {
    var kept = new StringBuilder(text.length());
    int length = text.length();
    for (int i = 0; i < length; ) {
      char known = KEPT[text.charAt(i)];
      if (known != ASK_ICU && (i + 1 == length || STARTS[text.charAt(i + 1)])) {
        if (known != NOTHING) {
          kept.append(known);
        }
        i++;
      } else {
        int end = nextBoundary(text, i);
        keep(NFKC_CASEFOLD.normalize(text.substring(i, end)), kept);
        i = end;
      }
    }
    // What punctuation kept apart may compose now: Hangul jamo do.
    return NFKC_CASEFOLD.normalize(kept);
  }

  /** How many letters a normalised text has, in code points; digits do not count. */
  static int letters(String normalised) {
    return (int) normalised.codePoints().filter(UCharacter::isLetter).count();
  }

  /** The next place after a character that nothing is composed across. */
  private static int nextBoundary(String text, int start) {
    int end = text.offsetByCodePoints(start, 1);
    while (end < text.length() && !NFKC_CASEFOLD.hasBoundaryBefore(text.codePointAt(end))) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private static void keep(String folded, StringBuilder kept) {
    folded.codePoints().filter(UCharacter::isLetterOrDigit).forEach(kept::appendCodePoint);
  }

  private static char kept(char c) {
    var kept = new StringBuilder(1);
    keep(NFKC_CASEFOLD.normalize(String.valueOf(c)), kept);
    return kept.length() > 1 ? ASK_ICU : kept.isEmpty() ? NOTHING : kept.charAt(0);
  }
}
