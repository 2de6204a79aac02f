package io.copyflow.ledger.explain;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.Cause;
import io.copyflow.avro.CopyKind;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.Withdrawal;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An explanation as lines for people: one fact a line, its name before it. */
public final class ExplanationText {

  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  /** The lines, without line breaks at their ends; may hold control characters. */
  public static List<String> of(Explanation explanation) {
    var text = new ExplanationText();
    text.verdict(explanation);
    text.places(explanation);
    if (explanation.reread() != null) {
      text.file(explanation.reread(), explanation.outcome().value().getExtractor());
    }
    text.history(explanation);
    return List.copyOf(text.lines);
  }

  /** What the rules make of a file, whether it was ingested or not. */
  public static List<String> of(Reread reread) {
    var text = new ExplanationText();
    text.file(reread, null);
    return List.copyOf(text.lines);
  }

  private void verdict(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    lines.add(Keys.of(outcome.getDocument()));
    fact("outcome", outcome.getKind() + revision(outcome));
    fact("why", why(outcome, explanation.other()));
    fact("article", outcome.getArticleId());
    OtherArticle first = outcome.getReissueOf();
    fact("issued before", first == null ? null : first.getArticleId());
    fact("content hash", outcome.getContentHash());
    fact("folded hash", outcome.getFoldedHash());
    fact("title hash", outcome.getTitleHash());
    fact("judged by", rules(outcome.getExtractor()));
    fact("written by", trigger(outcome));
  }

  private static String why(Outcome outcome, @Nullable Located<Outcome> basis) {
    OtherArticle other = outcome.getOther();
    String named =
        basis != null
            ? Keys.of(basis.value().getDocument())
            : other == null ? "" : "raw record " + Keys.of(other.getRaw());
    return switch (outcome.getKind()) {
      case NEW -> "the first raw record of its article, with content that no other article has";
      case REVISED -> "changes " + changed(outcome) + " against " + named;
      case UNCHANGED -> "the article already has this content, first from " + named + copy(outcome);
      case DUPLICATE ->
          "article "
              + outcome.getOther().getArticleId()
              + " had this content first, from "
              + named
              + copy(outcome);
      case EMPTY, REJECTED, UNKNOWN ->
          outcome.getReason() + (outcome.getDetail() == null ? "" : ": " + outcome.getDetail());
    };
  }

  private static String copy(Outcome outcome) {
    CopyKind kind = outcome.getCopy();
    return kind == CopyKind.SCRIPT_VARIANT
        ? ", in the other Chinese script"
        : kind == CopyKind.REISSUE ? ", and was issued again days later" : "";
  }

  private static String changed(Outcome outcome) {
    String parts = String.join(" and ", outcome.getChanged().stream().map(Enum::name).toList());
    return parts.toLowerCase(Locale.ROOT)
        + String.format(Locale.ROOT, " (texts %.0f %% alike)", 100 * outcome.getSimilarity());
  }

  private void places(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    fact("raw record", raw(outcome) + ", ingested " + outcome.getIngestedAt());
    fact("outcome at", explanation.outcome().place());
    if (explanation.other() != null) {
      Outcome other = explanation.other().value();
      fact("other file", Keys.of(other.getDocument()) + ", " + other.getKind() + revision(other));
      fact("other raw", raw(other) + ", ingested " + other.getIngestedAt());
      fact("other outcome", explanation.other().place());
    }
    if (explanation.article() != null) {
      Article article = explanation.article().value();
      fact("published", "revision " + article.getRevision() + " of " + article.getArticleId());
      fact("published from", Keys.of(article.getDocument()));
      fact("published at", explanation.article().place());
    }
    if (explanation.withdrawal() != null) {
      Withdrawal decision = explanation.withdrawal().value();
      fact(decision.getUndone() ? "seen again" : "withdrawn", said(decision));
      fact("decided at", explanation.withdrawal().place());
    }
    if (explanation.deadLetter() != null) {
      fact("dead letter at", explanation.deadLetter().place());
      fact("dead letter", deadLetter(explanation.deadLetter().value()));
    }
  }

  private static String said(Withdrawal decision) {
    return decision.getArticleId()
        + ", "
        + decision.getAt()
        + ", by "
        + decision.getWho()
        + (decision.getWhy().isEmpty() ? "" : ": " + decision.getWhy());
  }

  private static String deadLetter(DeadLetter letter) {
    return "stage "
        + letter.getStage()
        + ", attempt "
        + letter.getAttempt()
        + (letter.getAt() < 0 ? "" : ", byte " + letter.getAt());
  }

  private void file(Reread reread, @Nullable ExtractorInfo judgedBy) {
    fact("file", reread.bytes() + " bytes, SHA-256 " + reread.sha256());
    fact("form", reread.form());
    if (reread.found() instanceof Article article) {
      rereadBy(article.getExtractor(), judgedBy);
      article(article);
    } else {
      var refused = (Outcome) reread.found();
      rereadBy(refused.getExtractor(), judgedBy);
      fact("extracted", refused.getKind() + " " + why(refused, null));
    }
  }

  /** Only where it is not what the verdict says. */
  private void rereadBy(ExtractorInfo rules, @Nullable ExtractorInfo judgedBy) {
    if (!rules.equals(judgedBy)) {
      fact("extracted by", rules(rules));
    }
  }

  private void article(Article article) {
    fact("charset", article.getCharset());
    fact("title", article.getTitle());
    fact("url", article.getUrl());
    fact("canonical url", article.getCanonicalUrl());
    fact("language", article.getLanguage());
    fact("authors", list(article.getAuthors()));
    fact("agencies", list(article.getAgencies()));
    fact("date", date(article.getPublishedAt()));
    fact("date because", DateReason.of(article));
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

  private void history(Explanation explanation) {
    for (Located<Outcome> told : explanation.history()) {
      Outcome outcome = told.value();
      fact(
          "history",
          outcome.getKind()
              + revision(outcome)
              + (outcome.getChanged().isEmpty() ? "" : ", " + changed(outcome))
              + ", "
              + Keys.of(outcome.getDocument())
              + " ("
              + raw(outcome)
              + ")");
    }
    if (explanation.left() > 0) {
      fact("history", "and " + explanation.left() + " more verdicts");
    }
    explanation
        .revisions()
        .forEach(change -> change.diff().forEach(line -> lines.add("    " + line)));
  }

  private static String rules(ExtractorInfo rules) {
    return rules.getName()
        + " "
        + rules.getVersion()
        + (rules.getProfile() == null ? "" : ", profile " + rules.getProfile());
  }

  private static String revision(Outcome outcome) {
    return outcome.getRevision() == null ? "" : ", revision " + outcome.getRevision();
  }

  /** Only where it is not the first reading of a record that came in. */
  private static @Nullable String trigger(Outcome outcome) {
    if (outcome.getCause() == Cause.LIVE && outcome.getAttempt() == 1) {
      return null;
    }
    String generation = outcome.getGeneration();
    return outcome.getCause()
        + (generation == null ? "" : " of generation " + generation)
        + ", after reading "
        + outcome.getAttempt()
        + " of the raw record";
  }

  private static String raw(Outcome outcome) {
    return outcome.getRaw().getTopic() + " " + Keys.of(outcome.getRaw());
  }

  private static @Nullable String list(List<String> items) {
    return items.isEmpty() ? null : String.join(", ", items);
  }

  private void fact(String name, @Nullable String value) {
    if (value != null) {
      lines.add(String.format(Locale.ROOT, "  %-16s%s", name, value));
    }
  }
}
