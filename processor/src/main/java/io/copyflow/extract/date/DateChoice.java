package io.copyflow.extract.date;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.ArticleDraft.Dates;
import io.copyflow.extract.ZoneOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses when an article was published among the dates that its file claims.
 *
 * <p>The rule, first that applies: a date with a time of day in the body or its markup; the front
 * matter's; the header's; a date without a time in the body or its markup; the address's. Within
 * one rank the first in the file wins. Dates that the publisher labels as updates only compete for
 * {@code updatedAt}, where the latest wins. Two dates are in conflict when more than 12 hours lie
 * between the spans that they name.
 */
public final class DateChoice {

  private static final Duration TOLERANCE = Duration.ofHours(12);

  private DateChoice() {}

  /**
   * The dates of an article.
   *
   * @param issued candidates for the first issue, in the order found
   * @param updated candidates for the last change
   */
  public static Dates of(List<ArticleDraft.Date> issued, List<ArticleDraft.Date> updated) {
    var all = new ArrayList<>(issued);
    all.addAll(updated);
    Optional<ArticleDraft.Date> published =
        issued.stream()
            .filter(date -> date.instant() != null)
            .min(Comparator.comparingInt(DateChoice::rank))
            .map(date -> withOwnZone(date, issued));
    Optional<ArticleDraft.Date> changed =
        updated.stream()
            .filter(date -> date.instant() != null)
            .max(Comparator.comparing(DateChoice::start));
    return new Dates(published.orElse(null), changed.orElse(null), all, conflict(issued));
  }

  /** The same instant as the publisher's clock showed it: systems write it in UTC as well. */
  private static ArticleDraft.Date withOwnZone(
      ArticleDraft.Date date, List<ArticleDraft.Date> dates) {
    return dates.stream()
        .filter(other -> other.zoneOrigin() == ZoneOrigin.WRITTEN && !"UTC".equals(other.zone()))
        .filter(other -> "UTC".equals(date.zone()) && isSameSecond(date, other))
        .findFirst()
        .orElse(date);
  }

  private static boolean isSameSecond(ArticleDraft.Date one, ArticleDraft.Date other) {
    return one.precision().hasTime()
        && start(one)
            .truncatedTo(ChronoUnit.SECONDS)
            .equals(start(other).truncatedTo(ChronoUnit.SECONDS));
  }

  private static int rank(ArticleDraft.Date date) {
    return switch (date.origin()) {
      case BODY, META -> date.precision().hasTime() ? 0 : 3;
      case FRONT_MATTER -> 1;
      case HEADER -> 2;
      case URL -> 4;
      case UNKNOWN -> 5;
    };
  }

  /** The gap between the earliest end and the latest start is the widest of all pairs. */
  private static boolean conflict(List<ArticleDraft.Date> dates) {
    Instant firstEnd = Instant.MAX;
    Instant lastStart = Instant.MIN;
    int known = 0;
    for (ArticleDraft.Date date : dates) {
      if (date.instant() != null) {
        known++;
        Instant end = end(date);
        firstEnd = end.isBefore(firstEnd) ? end : firstEnd;
        lastStart = start(date).isAfter(lastStart) ? start(date) : lastStart;
      }
    }
    return known > 1 && firstEnd.plus(TOLERANCE).isBefore(lastStart);
  }

  private static Instant start(ArticleDraft.Date date) {
    return date.instant() == null ? Instant.MIN : date.instant();
  }

  private static Instant end(ArticleDraft.Date date) {
    return start(date).plus(date.precision().width());
  }
}
