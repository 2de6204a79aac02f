package io.copyflow.ledger.explain;

import static io.copyflow.avro.DatePrecision.MILLISECOND;
import static io.copyflow.avro.DatePrecision.MINUTE;
import static io.copyflow.avro.DatePrecision.SECOND;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.DatePrecision;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Why a date was chosen, in words: the rule of {@code docs/extraction.md}, "Which date", as it
 * applied to one article.
 */
final class DateReason {

  private static final Set<DatePrecision> WITH_TIME = Set.of(MINUTE, SECOND, MILLISECOND);

  private static final List<String> RULE =
      List.of(
          "a date with a time of day in the body comes first",
          "the front matter's, since the body has none with a time of day",
          "the header's, since body and front matter have none with a time of day",
          "the body's day, since nothing else but an address may have a date",
          "the address's, since nothing else has a date",
          "the only one that is known");

  private DateReason() {}

  /** Why {@code publishedAt} is what it is. */
  static String of(Article article) {
    ArticleDate chosen = article.getPublishedAt();
    if (chosen == null) {
      return article.getDateCandidates().isEmpty()
          ? "the file claims no date"
          : "no date that the file claims determines a time";
    }
    int rank = rank(chosen);
    long rivals =
        article.getDateCandidates().stream()
            .filter(date -> date.getInstant() != null && rank(date) == rank)
            .filter(date -> !date.equals(article.getUpdatedAt()))
            .map(ArticleDate::getInstant)
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return RULE.get(rank) + (rivals > 1 ? "; the first of " + rivals + " there" : "");
  }

  /** Its place in the rule; the least wins. */
  static int rank(ArticleDate date) {
    return switch (date.getOrigin()) {
      case BODY, META -> WITH_TIME.contains(date.getPrecision()) ? 0 : 3;
      case FRONT_MATTER -> 1;
      case HEADER -> 2;
      case URL -> 4;
      case UNKNOWN -> 5;
    };
  }
}
