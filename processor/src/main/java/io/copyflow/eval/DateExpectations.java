package io.copyflow.eval;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.DatePrecision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Labels of dates. */
final class DateExpectations {

  private static final List<DateOrigin> IN_BODY = List.of(DateOrigin.BODY, DateOrigin.META);

  private DateExpectations() {}

  /** The day of publication; where the label has a zone, the day there counts as well. */
  static Expectation day(LabelledDate expected) {
    return found -> published(Metric.DAY, expected, found, isDay(expected, found.published()));
  }

  /** The minute of publication; a label without a zone is compared by the clock on the wall. */
  static Expectation minute(LabelledDate expected) {
    return found ->
        published(Metric.MINUTE, expected, found, isMinute(expected, found.published()));
  }

  private static Mark published(Metric metric, LabelledDate expected, Found found, boolean right) {
    return Mark.single(
        metric, right, said(expected), found.published().map(DateExpectations::said).orElse(""));
  }

  private static boolean isDay(LabelledDate expected, Optional<ArticleDraft.Date> found) {
    return found
        .filter(date -> date.precision().compareTo(DatePrecision.DAY) >= 0)
        .flatMap(DateExpectations::local)
        .filter(local -> local.toLocalDate().equals(expected.day()) || isDayThere(expected, found))
        .isPresent();
  }

  private static boolean isDayThere(LabelledDate expected, Optional<ArticleDraft.Date> found) {
    ZoneOffset offset = expected.offset();
    return offset != null
        && found
            .filter(date -> date.precision().hasTime())
            .flatMap(DateExpectations::local)
            .filter(local -> local.withZoneSameInstant(offset).toLocalDate().equals(expected.day()))
            .isPresent();
  }

  private static boolean isMinute(LabelledDate expected, Optional<ArticleDraft.Date> found) {
    return found
        .filter(date -> date.precision().hasTime())
        .flatMap(DateExpectations::local)
        .map(local -> local.truncatedTo(ChronoUnit.MINUTES))
        .filter(local ->
            expected
                .minute()
                .map(local.toInstant()::equals)
                .orElseGet(() -> isOnTheWall(expected, local)))
        .isPresent();
  }

  private static boolean isOnTheWall(LabelledDate expected, ZonedDateTime local) {
    return local.toLocalDate().equals(expected.day())
        && local.toLocalTime().equals(expected.time());
  }

  /**
   * The date that the body prints, wherever it was found. Without an instant the label says that
   * none can be determined: then the text must be a candidate without a time of day. An instant of
   * whole minutes leaves the seconds open, as the text does.
   */
  static Expectation bodyDate(String text, @Nullable Instant instant) {
    return found -> {
      boolean right =
          instant == null
              ? found.candidates().anyMatch(date -> !hasTime(date) && isWritten(text, date))
              : found.candidates().anyMatch(date -> isPrinted(text, date) && isAt(instant, date));
      String expected = text + (instant == null ? "" : " = " + instant);
      return Mark.single(Metric.BODY_DATE, right, expected, said(found.candidates()));
    };
  }

  private static boolean isPrinted(String text, ArticleDraft.Date date) {
    return IN_BODY.contains(date.origin()) || isWritten(text, date);
  }

  private static boolean isWritten(String text, ArticleDraft.Date date) {
    String label = Alike.text(text);
    String given = Alike.text(date.text());
    return label.contains(given) || given.contains(label);
  }

  private static boolean hasTime(ArticleDraft.Date date) {
    return date.precision().hasTime();
  }

  private static boolean isAt(Instant instant, ArticleDraft.Date date) {
    Instant given = date.instant();
    boolean minutes = instant.equals(instant.truncatedTo(ChronoUnit.MINUTES));
    return given != null && instant.equals(minutes ? given.truncatedTo(ChronoUnit.MINUTES) : given);
  }

  /** The instant of the file's header. */
  static Expectation headerDate(Instant instant) {
    return found -> {
      boolean right = inHeader(found).anyMatch(date -> instant.equals(date.instant()));
      return Mark.single(Metric.HEADER_DATE, right, instant.toString(), said(inHeader(found)));
    };
  }

  private static Stream<ArticleDraft.Date> inHeader(Found found) {
    return found.candidates().filter(date -> date.origin() == DateOrigin.HEADER);
  }

  /** The date in the zone that was applied to it; empty when its text determines no instant. */
  private static Optional<ZonedDateTime> local(ArticleDraft.Date date) {
    return Optional.ofNullable(date.instant()).map(instant -> instant.atZone(zone(date)));
  }

  private static ZoneId zone(ArticleDraft.Date date) {
    try {
      return date.zone() == null ? ZoneOffset.UTC : ZoneId.of(date.zone());
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static String said(Stream<ArticleDraft.Date> dates) {
    return dates.map(DateExpectations::said).collect(Collectors.joining(" | "));
  }

  private static String said(ArticleDraft.Date date) {
    return "%s = %s (%s)".formatted(date.text(), date.instant(), date.origin());
  }

  private static String said(LabelledDate date) {
    String day = date.day().toString();
    String time = date.time() == null ? "" : " " + date.time();
    return day + time + (date.offset() == null ? "" : " " + date.offset());
  }
}
