package io.copyflow.extract.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of months in the languages of many sites, by the Common Locale Data Repository as ICU
 * brings it: the JDK's own copy differs from release to release.
 *
 * @see <a href="https://cldr.unicode.org/">CLDR</a>
 */
final class MonthNames {

  /** Where a name means two months, the language that stands first has it. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "sv", "nb", "da",
          "fi", "et", "lv", "lt", "hu", "ro", "bg", "sr", "sr_Latn", "sl", "el", "tr", "az", "id",
          "vi", "ca", "gl", "eu", "is", "ga", "af", "sw", "ar", "ar_SY", "fa", "he", "hi", "ko");

  /** Shorter beginnings are those of other words. */
  private static final int SHORTEST = 3;

  private static final int SEVERAL = 0;

  private static final Map<String, Integer> NAMES = new HashMap<>();
  private static final Map<String, Integer> BEGINNINGS = new HashMap<>();

  static {
    // German and Austrian papers write them; no locale has them as names of its own.
    NAMES.put("märz", 3);
    NAMES.put("mrz", 3);
    NAMES.put("jänner", 1);
    NAMES.put("sept", 9);
    LANGUAGES.forEach(MonthNames::add);
  }

  private MonthNames() {}

  /** The month, 1 to 12; 0 when the word names none, or begins several. */
  static int month(String word) {
    String name = bare(word);
    return NAMES.getOrDefault(name, BEGINNINGS.getOrDefault(name, SEVERAL));
  }

  private static void add(String language) {
    var symbols = new DateFormatSymbols(new ULocale(language));
    for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
      add(symbols.getMonths(context, DateFormatSymbols.WIDE));
      add(symbols.getMonths(context, DateFormatSymbols.ABBREVIATED));
    }
  }

  private static void add(String[] months) {
    for (int i = 0; i < Math.min(months.length, 12); i++) {
      String name = bare(months[i]);
      if (name.codePoints().allMatch(Character::isLetter)) {
        NAMES.putIfAbsent(name, i + 1);
        addBeginnings(name, i + 1);
      }
    }
  }

  private static void addBeginnings(String name, int month) {
    for (int length = SHORTEST; length < name.length(); length++) {
      BEGINNINGS.merge(
          name.substring(0, length), month, (one, other) -> one.equals(other) ? one : SEVERAL);
    }
  }

  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
