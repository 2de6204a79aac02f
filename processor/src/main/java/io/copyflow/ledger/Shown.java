package io.copyflow.ledger;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Verdict.Basis;
import io.copyflow.ledger.Verdict.Subject;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import org.jspecify.annotations.Nullable;

/**
 * A raw record that shows its own article's content, for the question which revision it belongs to.
 * Its bytes sort by article and content, then in the order of raw records.
 */
record Shown(Key key, Rank rank, OutcomeKind kind, int revision, @Nullable Basis basis) {

  /** What an article shows: two with one key are the same revision. */
  record Key(String articleId, Fingerprint content, Fingerprint title) {}

  static Shown of(Rank rank, OutcomeKind kind, Subject subject) {
    var key = new Key(subject.articleId(), subject.words(), subject.title());
    return new Shown(key, rank, kind, subject.revision(), subject.basis());
  }

  byte[] toBytes() {
    var out = new FieldWriter().text(key.articleId);
    rank.write(key.title.write(key.content.write(out)));
    return Basis.write(Verdict.write(out, kind).number(revision), basis).toBytes();
  }

  static Shown from(byte[] bytes) {
    var in = new FieldReader(bytes);
    var key = new Key(in.text(), Fingerprint.read(in), Fingerprint.read(in));
    return new Shown(key, Rank.read(in), Verdict.readKind(in), in.number(), Basis.read(in));
  }
}
