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

  private Normalisation() {}

  /** The letters and digits of a text, compatibility-composed and case-folded, in order. */
  public static String normalise(String text) {
    String folded = NFKC_CASEFOLD.normalize(text);
    var kept = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); ) {
      int codePoint = folded.codePointAt(i);
      if (UCharacter.isLetterOrDigit(codePoint)) {
        kept.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    // What punctuation kept apart may compose now: Hangul jamo do.
    return NFKC_CASEFOLD.normalize(kept);
  }

  /** How many letters a normalised text has, in code points; digits do not count. */
  static int letters(String normalised) {
    return (int) normalised.codePoints().filter(UCharacter::isLetter).count();
  }
}
