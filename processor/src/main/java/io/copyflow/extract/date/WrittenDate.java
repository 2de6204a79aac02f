package io.copyflow.extract.date;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date somewhere in a line, in the languages of many sites: {@code Stand: 3. Mai 2024, 14:05
 * Uhr}, {@code Publié le 3 mai 2024}. Only what names a day of a year counts.
 *
 * @param text as written
 * @param iso the same in ISO 8601, to the day or the minute, without a zone
 */
public record WrittenDate(String text, String iso) {

  private static final int LONGEST = 300;

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
              "(?<!\\d)(?<d>\\d{1,2})(?:\\.|st|nd|rd|th|er|º|ª)?\\s{0,2}(?:de\\s|of\\s|[-/])?\\s?(?<name>\\p{L}{3,12})\\.?,?[\\s/-]{0,2}(?:de\\s|del\\s)?"
                  + YEAR
                  + TIME),
          Pattern.compile(
              "(?<name>\\p{L}{3,12})\\.?\\s{1,2}(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}"
                  + YEAR
                  + TIME),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?" + YEAR + TIME),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})[-/](?<m>\\d{1,2})[-/]" + YEAR + TIME));

  /** The last form: two numbers in an order that only the language tells. */
  private static final int SWAPPABLE = 4;

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    months(1, "jan jän ene gen sty led янв січ oca");
    months(2, "feb fév fev lut úno únor фев lju şub shub");
    months(3, "mar mär maa mrz mars březen břez мар бер");
    months(4, "apr avr abr kwi dub апр кві nis");
    months(5, "may mai maj mei mag květ май мая тра mayı");
    months(6, "jun juin giu cze červn чер июн haz");
    months(7, "jul juil lug lip července июл лип tem");
    months(8, "aug aoû aou ago sie srp авг сер ağu agu");
    months(9, "sep set wrz září zář сен вер eyl");
    months(10, "oct okt out ott paź říj окт жов eki");
    months(11, "nov lis ноя kas listopad");
    months(12, "dec dez déc dic des dé gru pro дек гру ara");
  }

  /**
   * The first date in a line; empty when there is none, or when day and month could be swapped.
   *
   * @param line the line
   * @param dayFirst whether {@code 03/04} is 3 April; null when not known
   */
  public static Optional<WrittenDate> in(String line, @Nullable Boolean dayFirst) {
    String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    for (int i = 0; i < FORMS.size(); i++) {
      Matcher match = FORMS.get(i).matcher(text);
      while (match.find()) {
        Optional<WrittenDate> date = date(match, i == SWAPPABLE, dayFirst);
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
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
    return isDay && !unknown
        ? Optional.of(new WrittenDate(match.group().strip(), iso(match, month, day)))
        : Optional.empty();
  }

  private static int month(Matcher match) {
    if (!match.pattern().pattern().contains("(?<name>")) {
      return Integer.parseInt(match.group("m"));
    }
    String name = match.group("name").toLowerCase(Locale.ROOT);
    for (int length = Math.min(name.length(), 8); length >= 2; length--) {
      @Nullable Integer month = MONTHS.get(name.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return 0;
  }

  private static String iso(Matcher match, int month, int day) {
    String iso = String.format(Locale.ROOT, "%s-%02d-%02d", match.group("y"), month, day);
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

  private static void months(int number, String beginnings) {
    for (String beginning : beginnings.split(" ", -1)) {
      MONTHS.put(beginning, number);
    }
  }
}
