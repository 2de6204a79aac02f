package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An explanation as lines for people: one fact a line, its name before it. */
public final class ExplanationText {

  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  /** The lines, without line breaks at their ends. */
  public static List<String> of(Explanation explanation) {
    var text = new ExplanationText();
    text.verdict(explanation.outcome());
    if (explanation.deadLetter() != null) {
      text.deadLetter(explanation.deadLetter());
    }
    if (explanation.article() != null) {
      text.article(explanation.article());
    }
    explanation.history().forEach(text::history);
    return List.copyOf(text.lines);
  }

  private void verdict(Outcome outcome) {
    lines.add(Keys.of(outcome.getDocument()));
    fact("outcome", outcome.getKind() + revision(outcome));
    fact("why", why(outcome));
    fact("raw record", place(outcome) + ", ingested " + outcome.getIngestedAt());
    fact("article", outcome.getArticleId());
    fact("content", outcome.getContentHash());
    fact(
        "extractor",
        outcome.getExtractor().getName()
            + " "
            + outcome.getExtractor().getVersion()
            + (outcome.getExtractor().getProfile() == null
                ? ""
                : ", profile " + outcome.getExtractor().getProfile()));
  }

  private static String why(Outcome outcome) {
    String other =
        outcome.getOther() == null
            ? ""
            : outcome.getOther().getRaw().getTopic() + " " + Keys.of(outcome.getOther().getRaw());
    return switch (outcome.getKind()) {
      case NEW -> "the first raw record of its article, with content that no other article has";
      case REVISED ->
          "changes "
              + outcome.getChanged().toString().toLowerCase(Locale.ROOT)
              + " against "
              + other
              + String.format(Locale.ROOT, ", texts %.0f %% alike", 100 * outcome.getSimilarity());
      case UNCHANGED -> "the article already has this content, first from " + other;
      case DUPLICATE ->
          "article " + outcome.getOther().getArticleId() + " had this content first, from " + other;
      case EMPTY, REJECTED, UNKNOWN ->
          outcome.getReason() + (outcome.getDetail() == null ? "" : ": " + outcome.getDetail());
    };
  }

  private void deadLetter(DeadLetter letter) {
    fact(
        "dead letter",
        "stage " + letter.getStage() + ", attempt " + letter.getAttempt() + at(letter));
  }

  private static String at(DeadLetter letter) {
    return letter.getAt() < 0 ? "" : ", byte " + letter.getAt();
  }

  private void article(Article article) {
    fact("published in", Keys.of(article.getDocument()) + ", revision " + article.getRevision());
    fact("title", article.getTitle());
    fact("url", article.getUrl());
    fact("language", article.getLanguage());
    fact("published", date(article.getPublishedAt()));
    fact("updated", date(article.getUpdatedAt()));
    article.getDateCandidates().forEach(candidate -> fact("date found", date(candidate)));
    fact("dates", article.getDateConflict() ? "in conflict: see the ones found" : null);
    fact("text", article.getCharacters() + " characters, " + article.getWords() + " words");
  }

  private static @Nullable String date(@Nullable ArticleDate date) {
    return date == null
        ? null
        : (date.getInstant() == null ? "undetermined" : date.getInstant())
            + " from "
            + date.getOrigin()
            + " \""
            + date.getText()
            + "\", to the "
            + date.getPrecision().toString().toLowerCase(Locale.ROOT)
            + (date.getZone() == null
                ? ""
                : ", zone " + date.getZone() + " (" + date.getZoneOrigin() + ")");
  }

  private void history(Outcome outcome) {
    fact(
        "history",
        outcome.getKind()
            + revision(outcome)
            + " "
            + Keys.of(outcome.getDocument())
            + " ("
            + place(outcome)
            + ")");
  }

  private static String revision(Outcome outcome) {
    return outcome.getRevision() == null ? "" : ", revision " + outcome.getRevision();
  }

  private static String place(Outcome outcome) {
    return outcome.getRaw().getTopic() + " " + Keys.of(outcome.getRaw());
  }

  private void fact(String name, @Nullable String value) {
    if (value != null) {
      lines.add(String.format(Locale.ROOT, "  %-13s%s", name, value));
    }
  }
}
