package io.copyflow.extract.date;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.DatePrecision;
import io.copyflow.extract.ZoneOrigin;
import io.copyflow.extract.publisher.PublisherProfile;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text that is a date and nothing else, in the forms that publishers write. A date is never
 * completed from the clock: a relative one, or one whose day and month could be swapped, is
 * recognised and has no instant. Immutable.
 */
public final class DateText {

  private static final int LONGEST = 60;

  /** Relative days without a number. */
  private static final Set<String> DAYS = Set.of("刚刚", "昨天", "yesterday");

  private static final int LONGEST_DAY = 9;

  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?i)\\d{1,4}\\s?(?:秒|分钟|分鐘|小时|小時|天|日|周|个月|個月)\\s?前"
              + "|\\d{1,4}\\s(?:second|minute|hour|day|week|month)s?\\sago|刚刚|昨天|yesterday");

  private final @Nullable ZoneId zone;
  private final @Nullable Boolean dayFirst;

  /** Reads dates as a publisher writes them. */
  public DateText(PublisherProfile profile) {
    this(profile.zone(), profile.dayFirst());
  }

  /**
   * Reads dates under two habits.
   *
   * @param zone zone of dates without one; null when not known
   * @param dayFirst whether {@code 03/04} is 3 April; null when not known
   */
  public DateText(@Nullable ZoneId zone, @Nullable Boolean dayFirst) {
    this.zone = zone;
    this.dayFirst = dayFirst;
  }

  /** The date that a text is; empty when the text is anything else. */
  public Optional<ArticleDraft.Date> read(String text, DateOrigin origin) {
    if (text.length() > LONGEST || text.isBlank()) {
      return Optional.empty();
    }
    if (!mayBeDate(text)) {
      return Optional.empty();
    }
    if (RELATIVE.matcher(text).matches()) {
      return Optional.of(undetermined(text, origin, DatePrecision.RELATIVE));
    }
    return DateForm.read(ChineseNumerals.plain(text)).map(parts -> date(parts, text, origin));
  }

  /** What most lines lack: a digit, a numeral before the word for year, a word for a day. */
  private static boolean mayBeDate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == '年') {
        return true;
      }
    }
    return text.length() <= LONGEST_DAY && DAYS.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * The first date in a line that readers see, whatever else it says; without an instant when its
   * day and month could be swapped.
   *
   * @param line the line
   * @param order whether {@code 03/04} is 3 April; null when not known
   */
  public Optional<ArticleDraft.Date> find(String line, @Nullable Boolean order) {
    Optional<ArticleDraft.Date> whole =
        read(line, DateOrigin.BODY).filter(d -> d.instant() != null);
    return whole.or(() -> WrittenDate.in(line, order).flatMap(this::date));
  }

  private Optional<ArticleDraft.Date> date(WrittenDate written) {
    @Nullable String iso = written.iso();
    if (iso == null) {
      return Optional.of(undetermined(written.text(), DateOrigin.BODY, DatePrecision.AMBIGUOUS));
    }
    return DateForm.read(iso)
        .map(parts -> date(parts, written.text(), DateOrigin.BODY))
        .filter(date -> date.instant() != null);
  }

  private ArticleDraft.Date date(DateParts parts, String text, DateOrigin origin) {
    try {
      return parts
          .ordered(dayFirst)
          .map(ordered -> determined(ordered, text, origin))
          .orElseGet(() -> undetermined(text, origin, DatePrecision.AMBIGUOUS));
    } catch (DateTimeException e) {
      return undetermined(text, origin, DatePrecision.UNKNOWN);
    }
  }

  private ArticleDraft.Date determined(DateParts parts, String text, DateOrigin origin) {
    LocalDateTime local = parts.local();
    Optional<ZoneOffset> written = parts.offset();
    ZoneId used =
        written.<ZoneId>map(offset -> offset).orElse(zone == null ? ZoneOffset.UTC : zone);
    return new ArticleDraft.Date(
        local.atZone(used).toInstant(),
        parts.precision(),
        origin,
        used.equals(ZoneOffset.UTC) ? "UTC" : used.getId(),
        written.isPresent() ? ZoneOrigin.WRITTEN : habit(),
        text);
  }

  private ZoneOrigin habit() {
    return zone == null ? ZoneOrigin.ASSUMED_UTC : ZoneOrigin.PUBLISHER;
  }

  private static ArticleDraft.Date undetermined(
      String text, DateOrigin origin, DatePrecision precision) {
    return new ArticleDraft.Date(null, precision, origin, null, ZoneOrigin.UNKNOWN, text);
  }
}
