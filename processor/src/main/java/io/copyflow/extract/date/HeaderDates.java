package io.copyflow.extract.date;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.DatePrecision;
import io.copyflow.extract.ZoneOrigin;
import io.copyflow.extract.form.Envelope;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that stand around the body: epoch comment, date line, front matter, address. */
public final class HeaderDates {

  /** An epoch of ten digits counts seconds: as milliseconds it would lie in 1970. */
  private static final Pattern SECONDS = Pattern.compile("\\d{10}");

  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");

  private HeaderDates() {}

  /** All of them, in the order in which they stand in the file. */
  public static List<ArticleDraft.Date> of(
      Envelope envelope, @Nullable String canonicalUrl, PublisherProfile profile) {
    var dates = new ArrayList<ArticleDraft.Date>();
    frontMatter(envelope).ifPresent(dates::add);
    epoch(envelope.epoch()).ifPresent(dates::add);
    dateLine(envelope, profile).ifPresent(dates::add);
    Optional.ofNullable(canonicalUrl).flatMap(url -> inUrl(url, profile)).ifPresent(dates::add);
    return dates;
  }

  private static Optional<ArticleDraft.Date> frontMatter(Envelope envelope) {
    // Written by whoever collected the file: the publisher's zone does not apply.
    return Optional.ofNullable(envelope.frontMatter().value("date"))
        .flatMap(t -> new DateText(null, null).read(Fold.line(t), DateOrigin.FRONT_MATTER));
  }

  private static Optional<ArticleDraft.Date> dateLine(Envelope envelope, PublisherProfile profile) {
    return Optional.ofNullable(envelope.dateLine())
        .flatMap(text -> new DateText(profile).read(Fold.line(text), DateOrigin.HEADER));
  }

  /** The header's epoch, milliseconds UTC. {@code NaN} is no claim at all and gives nothing. */
  static Optional<ArticleDraft.Date> epoch(@Nullable String text) {
    if (text == null || !MILLIS.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean seconds = SECONDS.matcher(text).matches();
    long millis = Long.parseLong(text) * (seconds ? 1_000 : 1);
    DatePrecision precision =
        millis % 1_000 == 0 ? DatePrecision.SECOND : DatePrecision.MILLISECOND;
    return Optional.of(
        new ArticleDraft.Date(
            Instant.ofEpochMilli(millis),
            precision,
            DateOrigin.HEADER,
            null,
            ZoneOrigin.EPOCH,
            text));
  }

  private static Optional<ArticleDraft.Date> inUrl(String url, PublisherProfile profile) {
    Matcher match = profile.rules().urlDates().find(url);
    return match == null ? Optional.empty() : inUrl(match, profile.zone());
  }

  private static Optional<ArticleDraft.Date> inUrl(Matcher match, @Nullable ZoneId zone) {
    try {
      int year = Integer.parseInt(match.group("y"));
      boolean hasDay = match.pattern().pattern().contains("(?<d>");
      var day =
          LocalDate.of(
              year < 100 ? 2000 + year : year,
              Integer.parseInt(match.group("m")),
              hasDay ? Integer.parseInt(match.group("d")) : 1);
      return Optional.of(inUrl(day, hasDay, zone, match.group()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ArticleDraft.Date inUrl(
      LocalDate day, boolean hasDay, @Nullable ZoneId zone, String text) {
    ZoneId used = zone == null ? ZoneOffset.UTC : zone;
    return new ArticleDraft.Date(
        day.atStartOfDay(used).toInstant(),
        hasDay ? DatePrecision.DAY : DatePrecision.MONTH,
        DateOrigin.URL,
        zone == null ? "UTC" : zone.getId(),
        zone == null ? ZoneOrigin.ASSUMED_UTC : ZoneOrigin.PUBLISHER,
        text);
  }
}
