package io.copyflow.console;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.Withdrawal;
import io.copyflow.ledger.explain.Explanation;
import io.copyflow.ledger.explain.Reread;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells an explanation as the way that a raw record took. */
final class PathOf {

  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_HISTORY = 50;

  private final List<Path.Step> steps = new ArrayList<>();
  private List<Path.Fact> facts = new ArrayList<>();

  private PathOf() {}

  static Path explanation(Explanation explanation) {
    var path = new PathOf();
    path.ingest(explanation);
    path.extract(explanation);
    path.identify(explanation);
    path.settle(explanation);
    path.end(explanation);
    Outcome outcome = explanation.outcome().value();
    List<String> history = explanation.history().stream().map(told -> line(told.value())).toList();
    int shown = Math.min(MOST_HISTORY, history.size());
    return new Path(
        Keys.of(outcome.getDocument()),
        outcome.getKind().name(),
        List.copyOf(path.steps),
        history.subList(0, shown),
        explanation.left() + history.size() - shown);
  }

  private static String line(Outcome outcome) {
    return outcome.getKind()
        + (outcome.getRevision() == null ? "" : ", revision " + outcome.getRevision())
        + ", "
        + Keys.of(outcome.getDocument())
        + " ("
        + Keys.of(outcome.getRaw())
        + ")";
  }

  private void ingest(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    fact("raw record", outcome.getRaw().getTopic() + " " + Keys.of(outcome.getRaw()));
    fact("ingested", outcome.getIngestedAt());
    Reread reread = explanation.reread();
    if (reread != null) {
      fact("file", "%,d bytes, SHA-256 %s".formatted(reread.bytes(), reread.sha256()));
    }
    step("ingest");
  }

  private void extract(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    Reread reread = explanation.reread();
    fact("form", reread == null ? null : reread.form());
    if (reread != null && reread.found() instanceof Article article) {
      fact("title", article.getTitle());
      fact("URL", article.getUrl());
      fact("language", article.getLanguage());
      var published = article.getPublishedAt();
      fact("published", published == null ? null : published.getInstant());
      fact("text", "%,d characters".formatted(article.getCharacters()));
    }
    fact("reason", outcome.getReason());
    fact("detail", outcome.getDetail());
    fact("rules", outcome.getExtractor().getVersion());
    fact("profile", outcome.getExtractor().getProfile());
    step("extract");
  }

  private void identify(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    fact("content hash", outcome.getContentHash());
    if (outcome.getOther() != null) {
      fact("rests on article", outcome.getOther().getArticleId());
      fact("its raw record", Keys.of(outcome.getOther().getRaw()));
    }
    if (explanation.other() != null) {
      fact("its file", Keys.of(explanation.other().value().getDocument()));
    }
    step("claim");
  }

  private void settle(Explanation explanation) {
    Outcome outcome = explanation.outcome().value();
    fact("article", outcome.getArticleId());
    fact("verdict", outcome.getKind());
    fact("revision", outcome.getRevision());
    fact("copy", outcome.getCopy());
    fact("written to", explanation.outcome().place());
    step("settle");
  }

  private void end(Explanation explanation) {
    if (explanation.article() != null) {
      Article article = explanation.article().value();
      fact("published", article.getArticleId() + ", revision " + article.getRevision());
      fact("from", Keys.of(article.getDocument()));
      fact("written to", explanation.article().place());
    }
    if (explanation.withdrawal() != null) {
      Withdrawal decision = explanation.withdrawal().value();
      fact(decision.getUndone() ? "seen again by" : "withdrawn by", decision.getWho());
      fact("because", decision.getWhy());
    }
    if (explanation.deadLetter() != null) {
      fact("dead letter", explanation.deadLetter().place());
      fact("attempt", explanation.deadLetter().value().getAttempt());
    }
    step("now");
  }

  private void fact(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      facts.add(new Path.Fact(name, shortened(value.toString())));
    }
  }

  private static String shortened(String text) {
    int end = Math.min(text.length(), MOST_CHARACTERS);
    return end == text.length()
        ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** A step that nothing is known of was not taken. */
  private void step(String name) {
    if (!facts.isEmpty()) {
      steps.add(new Path.Step(name, List.copyOf(facts)));
    }
    facts = new ArrayList<>();
  }
}
