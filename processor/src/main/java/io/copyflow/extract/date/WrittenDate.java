package io.copyflow.extract.date;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date somewhere in a line, in the languages of many sites: {@code Stand: 3. Mai 2024, 14:05
 * Uhr}, {@code Publié le 3 mai 2024}. Only what names a day of a year counts.
 *
 * @param text as written
 * @param iso the same in ISO 8601, to the day or the minute, without a zone; null when day and
 *     month could be swapped
 */
public record WrittenDate(String text, @Nullable String iso) {

  private static final int LONGEST = 300;

  /** Years of two digits are written on pages, and pages are of this century. */
  private static final int CENTURY = 2_000;

  private static final String YEAR = "(?<y>(?:19|20)\\d{2})(?!\\d)";

  private static final String TIME =
      "(?:[^\\d\\n]{1,12}(?<h>[01]?\\d|2[0-3])\\s?[:：h.]\\s?(?<min>[0-5]\\d)(?!\\d|[.:]\\d{3})(?:\\s?(?<half>[AaPp])\\.?[Mm])?)?";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?<!\\d)"
                  + YEAR
                  + "\\s?[-/.年]\\s?(?<m>\\d{1,2})\\s?[-/.月]\\s?(?<d>\\d{1,2})(?!\\d)日?"
                  + TIME),
          Pattern.compile(
              "(?<!\\d)(?<d>\\d{1,2})(?:\\.|st|nd|rd|th|er|º|ª)?\\s{0,2}(?:de\\s|of\\s|[-/])?\\s?(?<name>\\p{L}{3,12})\\.?,?"
                  // Arabic papers write a month by both of its names.
                  + "(?:\\s?/\\s?\\p{IsArabic}{3,12})?[\\s/-]{0,2}(?:de\\s|del\\s)?"
                  + YEAR
                  + TIME),
          Pattern.compile(
              "(?<name>\\p{L}{3,12})\\.?\\s{1,2}(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}"
                  + YEAR
                  + TIME),
          Pattern.compile(
              "(?<!\\d)(?<d>\\d{1,2})(?:\\.|\\s\\|)\\s?(?<m>\\d{1,2})(?:\\.|\\s\\|)\\s?"
                  + YEAR
                  + TIME),
          Pattern.compile(
              "(?<![\\d.,])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.(?<y>\\d{2})(?![\\d.,])" + TIME),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})[-/](?<m>\\d{1,2})[-/]" + YEAR + TIME));

  /** From here on two numbers stand in an order that only the language tells. */
  private static final int SWAPPABLE = 5;

  /**
   * The first date in a line, or the first whose day and month could be swapped; empty when there
   * is neither.
   *
   * @param line the line
   * @param dayFirst whether {@code 03/04} is 3 April; null when not known
   */
  public static Optional<WrittenDate> in(String line, @Nullable Boolean dayFirst) {
    String text =
        ChineseNumerals.plain(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    Optional<WrittenDate> ambiguous = Optional.empty();
    for (int i = 0; i < FORMS.size(); i++) {
      Matcher match = FORMS.get(i).matcher(text);
      while (match.find()) {
        Optional<WrittenDate> date = date(match, i >= SWAPPABLE, dayFirst);
        if (date.isPresent() && date.get().iso() != null) {
          return date;
        }
        ambiguous = ambiguous.or(() -> date);
      }
    }
    return ambiguous;
  }

  private static Optional<WrittenDate> date(
      Matcher match, boolean swappable, @Nullable Boolean dayFirst) {
    int day = Integer.parseInt(match.group("d"));
    int month = month(match);
    if (swappable && (month > 12 || Boolean.FALSE.equals(dayFirst))) {
      int swapped = day;
      day = month;
      month = swapped;
    }
    boolean unknown = swappable && dayFirst == null && day <= 12 && month != day;
    boolean isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return isDay
        ? Optional.of(
            new WrittenDate(match.group().strip(), unknown ? null : iso(match, month, day)))
        : Optional.empty();
  }

  private static int month(Matcher match) {
    if (!match.pattern().pattern().contains("(?<name>")) {
      return Integer.parseInt(match.group("m"));
    }
    return MonthNames.month(match.group("name"));
  }

  private static String iso(Matcher match, int month, int day) {
    int year = Integer.parseInt(match.group("y"));
    String iso =
        String.format(Locale.ROOT, "%d-%02d-%02d", year < 100 ? CENTURY + year : year, month, day);
    if (match.group("h") == null) {
      return iso;
    }
    int hour = Integer.parseInt(match.group("h"));
    @Nullable String half = match.group("half");
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return String.format(Locale.ROOT, "%s %02d:%s", iso, hour, match.group("min"));
  }
}
