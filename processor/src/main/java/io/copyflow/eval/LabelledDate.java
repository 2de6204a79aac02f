package io.copyflow.eval;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as labels write it: ISO 8601, with a space for the {@code T} and with single digits.
 *
 * @param day in the zone in which it is written
 * @param time null when the label names a day only; a midnight without a zone is a day
 * @param offset null when the label names no zone
 */
record LabelledDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})"
              + "(?:[T ](\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");

  /** Reads a label; empty when it names no date, as {@code nan} does. */
  static Optional<LabelledDate> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    try {
      return form.matches() ? Optional.of(of(form)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LabelledDate of(Matcher form) {
    var day = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
    if (form.group(4) == null) {
      return new LabelledDate(day, null, null);
    }
    var time = LocalTime.of(number(form, 4), number(form, 5));
    boolean zoned = form.group(6) != null;
    boolean dayOnly = !zoned && time.equals(LocalTime.MIDNIGHT);
    return new LabelledDate(
        day, dayOnly ? null : time, zoned ? ZoneOffset.of(form.group(6)) : null);
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  /** True when the label names a time of day. */
  boolean hasTime() {
    return time != null;
  }

  /** The minute as an instant; empty without a time or a zone. */
  Optional<Instant> minute() {
    return time == null || offset == null
        ? Optional.empty()
        : Optional.of(day.atTime(time).toInstant(offset).truncatedTo(ChronoUnit.MINUTES));
  }
}
