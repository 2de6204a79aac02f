package io.copyflow.ledger;

import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.topics.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the invariants speak of in an outcome.
 *
 * @param kind what became of the raw record
 * @param timestamp that it says the raw record has
 * @param document that it says the raw record holds
 * @param attempt which reading of the raw record it rests on, from 1
 * @param subject what it says the article shows; null where there is no article or no content
 */
record Verdict(
    OutcomeKind kind, long timestamp, String document, int attempt, @Nullable Subject subject) {

  /** For numbers in temporary files, which no other process reads. */
  private static final List<OutcomeKind> KINDS = List.of(OutcomeKind.values());

  /**
   * An article and the content that it shows.
   *
   * @param words of the text, in whatever script: two with one are the same content
   * @param title likewise of the title
   * @param revision 0 where the outcome names none
   * @param withdrawn whether the outcome says that the article is
   * @param basis the article and raw record that the verdict rests on, or null
   * @param original the article and raw record that had the content first; null where it is this
   *     article
   */
  record Subject(
      String articleId,
      Fingerprint content,
      Fingerprint words,
      Fingerprint title,
      int revision,
      boolean withdrawn,
      @Nullable Basis basis,
      @Nullable Basis original) {}

  /** Another article, or the same one, and a raw record of it. */
  record Basis(String articleId, Position raw) {

    static FieldWriter write(FieldWriter out, @Nullable Basis basis) {
      return basis == null ? out.small(0) : basis.raw.write(out.small(1).text(basis.articleId));
    }

    static @Nullable Basis read(FieldReader in) {
      return in.small() == 0 ? null : new Basis(in.text(), Position.read(in));
    }
  }

  static Verdict of(Outcome outcome) {
    return new Verdict(
        outcome.getKind(),
        outcome.getIngestedAt().toEpochMilli(),
        Keys.of(outcome.getDocument()),
        outcome.getAttempt(),
        outcome.getArticleId() == null || outcome.getContentHash() == null
            ? null
            : subject(outcome, outcome.getArticleId()));
  }

  private static Subject subject(Outcome outcome, String articleId) {
    Basis basis = basis(outcome.getOther());
    return new Subject(
        articleId,
        Fingerprint.of(outcome.getContentHash()),
        folded(outcome.getFoldedHash(), outcome.getContentHash()),
        folded(outcome.getFoldedTitleHash(), outcome.getTitleHash()),
        outcome.getRevision() == null ? 0 : outcome.getRevision(),
        outcome.getWithdrawn(),
        basis,
        outcome.getKind() == OutcomeKind.DUPLICATE ? basis : basis(outcome.getReissueOf()));
  }

  private static @Nullable Basis basis(@Nullable OtherArticle other) {
    return other == null ? null : new Basis(other.getArticleId(), Position.of(other.getRaw()));
  }

  /** The folded hash; where nothing folds, the other one. */
  private static Fingerprint folded(@Nullable String folded, @Nullable String asWritten) {
    String hash = folded == null ? asWritten : folded;
    return Fingerprint.of(hash == null ? "" : hash);
  }

  FieldWriter write(FieldWriter out) {
    write(out, kind).number(timestamp).text(document).number(attempt);
    return subject == null ? out.small(0) : write(out.small(1), subject);
  }

  static Verdict read(FieldReader in) {
    return new Verdict(
        readKind(in),
        in.longNumber(),
        in.text(),
        in.number(),
        in.small() == 0 ? null : readSubject(in));
  }

  static FieldWriter write(FieldWriter out, OutcomeKind kind) {
    return out.small(KINDS.indexOf(kind));
  }

  static OutcomeKind readKind(FieldReader in) {
    return KINDS.get(in.small());
  }

  private static FieldWriter write(FieldWriter out, Subject subject) {
    subject.words.write(subject.content.write(out.text(subject.articleId)));
    subject.title.write(out).number(subject.revision).small(subject.withdrawn ? 1 : 0);
    Basis.write(out, subject.basis);
    return Basis.write(out, subject.original);
  }

  private static Subject readSubject(FieldReader in) {
    return new Subject(
        in.text(),
        Fingerprint.read(in),
        Fingerprint.read(in),
        Fingerprint.read(in),
        in.number(),
        in.small() == 1,
        Basis.read(in),
        Basis.read(in));
  }
}
