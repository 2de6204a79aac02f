package io.copyflow.ledger;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Verdict.Basis;
import io.copyflow.ledger.Verdict.Subject;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import org.jspecify.annotations.Nullable;

/**
 * A raw record that shows a content, for the question who had it first. Its bytes sort by content,
 * then in the order of raw records.
 *
 * @param original whom its outcome calls the first with the content; null where that is its own
 *     article
 */
record Claimed(
    Fingerprint content, Rank rank, OutcomeKind kind, String articleId, @Nullable Basis original) {

  static Claimed of(Rank rank, OutcomeKind kind, Subject subject) {
    return new Claimed(subject.words(), rank, kind, subject.articleId(), subject.original());
  }

  byte[] toBytes() {
    var out = rank.write(content.write(new FieldWriter()));
    return Basis.write(Verdict.write(out, kind).text(articleId), original).toBytes();
  }

  static Claimed from(byte[] bytes) {
    var in = new FieldReader(bytes);
    return new Claimed(
        Fingerprint.read(in), Rank.read(in), Verdict.readKind(in), in.text(), Basis.read(in));
  }
}
