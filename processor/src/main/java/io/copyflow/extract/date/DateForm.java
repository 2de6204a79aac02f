package io.copyflow.extract.date;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written forms of a date that we read. */
enum DateForm {
  /** {@code 2023-09-13T09:59:55.181Z}, {@code 2020/07/21 15:48}, ISO 8601 and its relatives. */
  YEAR_FIRST(
      "(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})", "(?:T|\\s{1,3}|\\s?-\\s?)", false),
  /** {@code 2020年 7月 2日 14:05}, {@code 2020年10月2日下午5点08分}. */
  CHINESE("(?<y>\\d{4})\\s?年\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号號]", "\\s{0,3}", false),
  /** {@code Mon, 20 Jul 2020 03:40:09 GMT}, RFC 1123; also without weekday and time. */
  DAY_MONTH_NAME(
      "(?:[A-Z][a-z]{2,8},?\\s)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s(?<m>"
          + Month.NAME
          + ")\\s(?<y>\\d{4})",
      ",?\\s{1,3}",
      false),
  /** {@code Nov 17th 2020}, {@code July 20, 2020}. */
  MONTH_NAME_DAY(
      "(?:[A-Z][a-z]{2,8},?\\s)?(?<m>"
          + Month.NAME
          + ")\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<y>\\d{4})",
      ",?\\s{1,3}",
      false),
  /** {@code 13/09/2023 - 11:13}: day and month in an order that only the publisher tells. */
  YEAR_LAST("(?<m>\\d{1,2})[/.](?<d>\\d{1,2})[/.](?<y>\\d{4})", "\\s{0,3}[-–,]?\\s{0,3}", true);

  private final Pattern pattern;
  private final boolean swappable;

  DateForm(String day, String between, boolean swappable) {
    this.pattern = Pattern.compile(day + "(?:" + between + Time.PATTERN + ")?");
    this.swappable = swappable;
  }

  /** The parts of a text that is a date; empty when it is none. */
  static Optional<DateParts> read(String text) {
    if (!hasDigit(text)) {
      return Optional.empty();
    }
    for (DateForm form : values()) {
      Matcher match = form.pattern.matcher(text);
      if (match.matches()) {
        return Optional.of(DateParts.of(match, form.swappable));
      }
    }
    return Optional.empty();
  }

  /** What most lines lack: a look for it spares them the patterns. */
  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Enum constants are made before the enum's own constants exist. */
  private static final class Month {
    static final String NAME = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
  }

  private static final class Time {
    static final String PATTERN =
        "(?<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間)?\\s?"
            + "(?<h>\\d{1,2})\\s?[:：点點时時]\\s?(?<min>\\d{2})\\s?分?"
            + "(?:[:：](?<s>\\d{2})(?:[.,:](?<f>\\d{1,9}))?)?"
            + "\\s?(?<z>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
  }
}
