package io.copyflow.extract.date;

import io.copyflow.extract.ArticleDraft;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day that tells in which layout a publisher set an article: of what stands around the body,
 * the header's date, else the front matter's, else the page's, else the address's. Never the
 * clock's.
 */
public final class LayoutDay {

  private LayoutDay() {}

  /**
   * The day; empty when nothing names one.
   *
   * @param claims dates that stand around the body, in the order found
   * @param zone in which the publisher counts days; null for UTC
   */
  public static Optional<LocalDate> of(List<ArticleDraft.Date> claims, @Nullable ZoneId zone) {
    return claims.stream()
        .filter(date -> date.instant() != null)
        .min(Comparator.comparingInt(LayoutDay::rank))
        .map(ArticleDraft.Date::instant)
        .map(instant -> LocalDate.ofInstant(instant, zone == null ? ZoneOffset.UTC : zone));
  }

  private static int rank(ArticleDraft.Date date) {
    return switch (date.origin()) {
      case HEADER -> 0;
      case FRONT_MATTER -> 1;
      case META, BODY -> 2;
      case URL -> 3;
      case UNKNOWN -> 4;
    };
  }
}
