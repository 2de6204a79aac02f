package io.copyflow.cli;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.CopyKind;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A verdict as one line for people. */
final class VerdictText {

  private VerdictText() {}

  /**
   * The line.
   *
   * @param article the revision that NEW and REVISED speak of; null for the others
   * @param other the file of the other raw record, or what else names it; for UNCHANGED and
   *     DUPLICATE
   * @param corrected whether another verdict on the same raw record went before
   */
  static String of(
      Outcome outcome, @Nullable Article article, @Nullable String other, boolean corrected) {
    String what =
        switch (outcome.getKind()) {
          case NEW -> facts(article);
          case REVISED -> revision(outcome) + facts(article);
          case UNCHANGED -> "as " + other + copy(outcome);
          case DUPLICATE -> "copy of " + other + copy(outcome);
          case EMPTY -> outcome.getReason();
          case REJECTED -> outcome.getReason() + ": " + outcome.getDetail();
          case UNKNOWN -> "";
        };
    return String.format(
        Locale.ROOT,
        "%-9s  %s  %s%s",
        outcome.getKind(),
        Keys.of(outcome.getDocument()),
        what,
        outcome.getWithdrawn()
            ? "  (withdrawn)"
            : corrected ? "  (corrected: an earlier record came in after it)" : "");
  }

  private static String copy(Outcome outcome) {
    CopyKind kind = outcome.getCopy();
    return kind == CopyKind.SCRIPT_VARIANT
        ? " (in the other script)"
        : kind == CopyKind.REISSUE ? " (issued again)" : "";
  }

  private static String revision(Outcome outcome) {
    String changed =
        outcome.getChanged().stream()
            .map(part -> part.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    return String.format(
        Locale.ROOT,
        "(revision %d: %s, %.0f %% alike) ",
        outcome.getRevision(),
        changed,
        100 * outcome.getSimilarity());
  }

  private static String facts(@Nullable Article article) {
    return article == null
        ? ""
        : Stream.of(
                article.getTitle(),
                article.getPublisher() == null ? null : article.getPublisher().getDomain(),
                day(article.getPublishedAt()),
                article.getLanguage())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
  }

  private static @Nullable String day(@Nullable ArticleDate date) {
    return date == null || date.getInstant() == null
        ? null
        : LocalDate.ofInstant(date.getInstant(), ZoneOffset.UTC).toString();
  }
}
