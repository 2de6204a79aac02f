package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.REVISED;

import io.copyflow.avro.Outcome;
import io.copyflow.identity.RawKey;
import io.copyflow.ledger.Evidence.Published;
import io.copyflow.ledger.Evidence.Raw;
import io.copyflow.ledger.Violation.Invariant;
import io.copyflow.topics.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The invariants, held against the evidence. Trusts no counter: every record is looked at. */
final class Verification {

  private final Evidence evidence;
  private final List<Violation> violations = new ArrayList<>();

  Verification(Evidence evidence) {
    this.evidence = evidence;
  }

  /** All that does not hold. */
  List<Violation> violations() {
    everyRawHasAnOutcome();
    everythingHasARaw();
    nothingIsWrittenTwice();
    latestRevisionsArePublished();
    copiesNameAnEarlierOriginal();
    rejectedAreDeadLetters();
    return List.copyOf(violations);
  }

  private void everyRawHasAnOutcome() {
    evidence.raws.forEach((at, raw) -> {
      if (!evidence.outcomes.containsKey(at)) {
        found(Invariant.HAS_OUTCOME, raw.document(), at, "has no outcome");
      }
    });
  }

  private void everythingHasARaw() {
    evidence.outcomes.forEach(
        (at, outcome) -> hasRaw(Keys.of(outcome.getDocument()), at, "an outcome"));
    evidence.articles.forEach((id, article) -> hasRaw(id, article.raw(), "an article"));
    evidence.deadLetters.forEach((at, dead) -> hasRaw(dead.document(), at, "a dead letter"));
  }

  private void hasRaw(String name, Position at, String what) {
    if (!evidence.raws.containsKey(at)) {
      found(Invariant.HAS_RAW, name, at, what + " without a raw record");
    }
  }

  private void nothingIsWrittenTwice() {
    for (var twice : evidence.doubled.values()) {
      String what = "stands twice in a row in " + twice.topic();
      violations.add(new Violation(Invariant.WRITTEN_ONCE, twice.document(), twice.raw(), what));
    }
  }

  private void latestRevisionsArePublished() {
    var latest = new HashMap<String, Outcome>();
    var owners = new HashMap<String, String>();
    for (Outcome outcome : evidence.outcomes.values()) {
      if (outcome.getKind() == NEW || outcome.getKind() == REVISED) {
        latest.merge(
            outcome.getArticleId(),
            outcome,
            (one, other) -> one.getRevision() >= other.getRevision() ? one : other);
        oneOwner(owners, outcome);
      }
    }
    latest.forEach(this::isPublished);
    evidence.articles.forEach((id, article) -> isTold(id, article, latest));
  }

  private void oneOwner(Map<String, String> owners, Outcome outcome) {
    String owner = owners.putIfAbsent(outcome.getContentHash(), outcome.getArticleId());
    if (owner != null && !owner.equals(outcome.getArticleId())) {
      found(
          Invariant.ONE_ARTICLE_PER_CONTENT,
          outcome,
          "has the content of article " + owner + " and is an article itself");
    }
  }

  private void isPublished(String articleId, Outcome latest) {
    Published article = evidence.articles.get(articleId);
    if (article == null) {
      found(Invariant.PUBLISHED, latest, latest.getKind() + " without an article");
    } else if (article.revision() != latest.getRevision()
        || !article.contentHash().equals(latest.getContentHash())
        || !article.raw().equals(Position.of(latest.getRaw()))) {
      found(
          Invariant.PUBLISHED,
          latest,
          "revision "
              + latest.getRevision()
              + " is the latest, but consumers see revision "
              + article.revision()
              + " from raw record "
              + article.raw());
    }
  }

  private void isTold(String articleId, Published article, Map<String, Outcome> latest) {
    if (!latest.containsKey(articleId)) {
      Raw raw = evidence.raws.get(article.raw());
      found(
          Invariant.PUBLISHED,
          raw == null ? articleId : raw.document(),
          article.raw(),
          "article " + articleId + " is published, and no outcome tells of it");
    }
  }

  private void copiesNameAnEarlierOriginal() {
    for (Outcome copy : evidence.outcomes.values()) {
      if (copy.getKind() == DUPLICATE) {
        Outcome original = evidence.outcomes.get(Position.of(copy.getOther().getRaw()));
        if (original == null || !copy.getOther().getArticleId().equals(original.getArticleId())) {
          found(Invariant.EARLIEST_WINS, copy, "names an original that is not there");
        } else if (!copy.getContentHash().equals(original.getContentHash())) {
          found(Invariant.EARLIEST_WINS, copy, "names an original with another content");
        } else if (original.getKind() == DUPLICATE || isEarlier(copy, original)) {
          found(Invariant.EARLIEST_WINS, copy, "came before the original that it names");
        }
      }
    }
  }

  private static boolean isEarlier(Outcome one, Outcome other) {
    return order(one).compareTo(order(other)) < 0;
  }

  private static RawKey order(Outcome outcome) {
    return new RawKey(
        outcome.getIngestedAt().toEpochMilli(),
        Keys.of(outcome.getDocument()),
        outcome.getRaw().getPartition(),
        outcome.getRaw().getOffset());
  }

  private void rejectedAreDeadLetters() {
    evidence.outcomes.forEach((at, outcome) -> {
      boolean dead = evidence.deadLetters.containsKey(at);
      if (outcome.getKind() == REJECTED && !dead) {
        found(Invariant.DEAD_LETTER, outcome, "REJECTED, and not in dead letters");
      } else if (outcome.getKind() != REJECTED && dead) {
        found(Invariant.DEAD_LETTER, outcome, outcome.getKind() + ", and in dead letters");
      }
    });
    evidence.deadLetters.forEach((at, dead) -> {
      if (!evidence.outcomes.containsKey(at)) {
        found(Invariant.DEAD_LETTER, dead.document(), at, "a dead letter without an outcome");
      } else if (dead.count() > 1) {
        found(Invariant.WRITTEN_ONCE, dead.document(), at, dead.count() + " dead letters");
      }
    });
  }

  private void found(Invariant invariant, Outcome outcome, String what) {
    found(invariant, Keys.of(outcome.getDocument()), Position.of(outcome.getRaw()), what);
  }

  private void found(Invariant invariant, String document, Position at, String what) {
    violations.add(new Violation(invariant, document, at.toString(), what));
  }
}
