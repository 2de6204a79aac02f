package io.copyflow.extract.date;

import io.copyflow.extract.DatePrecision;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a written date.
 *
 * @param year year of the common era
 * @param month 1 to 12, or the first of two numbers in unknown order
 * @param day 1 to 31, or the second of two numbers in unknown order
 * @param time hour, minute, second and nanosecond; shorter than four when not all are written
 * @param zone the zone as written; null when there is none
 * @param swappable true when day and month may stand in either order
 */
record DateParts(
    int year, int month, int day, List<Integer> time, @Nullable String zone, boolean swappable) {

  private static final Set<String> UTC = Set.of("Z", "UTC", "GMT");
  private static final Set<String> EVENING = Set.of("下午", "傍晚", "晚上", "晚间", "晚間");
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

  /** From a match with the groups of {@link DateForm}. */
  static DateParts of(Matcher match, boolean swappable) {
    return new DateParts(
        Integer.parseInt(match.group("y")),
        month(match.group("m")),
        Integer.parseInt(match.group("d")),
        time(match),
        match.group("z"),
        swappable);
  }

  /** The same with month before day; empty when nobody can tell. */
  Optional<DateParts> ordered(@Nullable Boolean dayFirst) {
    if (!swappable) {
      return Optional.of(this);
    }
    if (month > 12 || (day <= 12 && Boolean.TRUE.equals(dayFirst))) {
      return Optional.of(
          new DateParts(year, /* month= */ day, /* day= */ month, time, zone, false));
    }
    return day > 12 || dayFirst != null || day == month ? Optional.of(this) : Optional.empty();
  }

  /** Throws {@link java.time.DateTimeException} when there is no such day or time. */
  LocalDateTime local() {
    return LocalDateTime.of(year, month, day, at(0), at(1), at(2), at(3));
  }

  DatePrecision precision() {
    return switch (time.size()) {
      case 0 -> DatePrecision.DAY;
      case 2 -> DatePrecision.MINUTE;
      case 3 -> DatePrecision.SECOND;
      default -> DatePrecision.MILLISECOND;
    };
  }

  /** The offset that the text states; throws {@link java.time.DateTimeException} on nonsense. */
  Optional<ZoneOffset> offset() {
    return Optional.ofNullable(zone)
        .map(text -> UTC.contains(text) ? ZoneOffset.UTC : ZoneOffset.of(text));
  }

  private int at(int index) {
    return index < time.size() ? time.get(index) : 0;
  }

  private static int month(String text) {
    return Character.isDigit(text.charAt(0))
        ? Integer.parseInt(text)
        : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) / 4 + 1;
  }

  private static List<Integer> time(Matcher match) {
    if (match.group("h") == null) {
      return List.of();
    }
    int hour = hour(match);
    int minute = Integer.parseInt(match.group("min"));
    if (match.group("s") == null) {
      return List.of(hour, minute);
    }
    int second = Integer.parseInt(match.group("s"));
    String fraction = match.group("f");
    return fraction == null
        ? List.of(hour, minute, second)
        : List.of(hour, minute, second, nanos(fraction));
  }

  /** Written by the clock's face, a half of the day says which of two hours is meant. */
  private static int hour(Matcher match) {
    int hour = Integer.parseInt(match.group("h"));
    @Nullable String half = match.group("half");
    if (half == null || hour > 12) {
      return hour;
    } else if (EVENING.contains(half)) {
      return hour % 12 + 12;
    }
    boolean noon = half.equals("中午");
    return noon ? (hour < 11 ? hour + 12 : hour) : hour % 12;
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "00000000").substring(0, 9));
  }
}
