package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Verdict.Basis;
import io.copyflow.ledger.Verdict.Subject;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.topics.Keys;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an article, as consumers see it or as an outcome tells of it, or the decision that
 * nobody may see any. Its bytes sort by article, decisions first, then what is published, then what
 * is told; the last in the order of raw records, the others by place in their topic.
 */
sealed interface Revision {

  /** Which article. */
  String articleId();

  /** The revision as one record to sort. */
  byte[] toBytes();

  /**
   * A record of the topic of withdrawals.
   *
   * @param logged where it lies there
   * @param withdrawn whether the article is from now on
   */
  record Decided(String articleId, Position logged, boolean withdrawn) implements Revision {
    static final int TAG = 0;

    @Override
    public byte[] toBytes() {
      var out = logged.write(new FieldWriter().text(articleId).small(TAG));
      return out.small(withdrawn ? 1 : 0).toBytes();
    }
  }

  /**
   * A record of the topic of articles.
   *
   * @param logged where it lies there
   * @param value its bytes; equal ones in a row were written twice
   * @param fields null for a tombstone
   */
  record Published(String articleId, Position logged, Fingerprint value, @Nullable Fields fields)
      implements Revision {
    static final int TAG = 1;

    @Override
    public byte[] toBytes() {
      var out = value.write(logged.write(new FieldWriter().text(articleId).small(TAG)));
      return (fields == null ? out.small(0) : fields.write(out.small(1))).toBytes();
    }
  }

  /**
   * What the invariants speak of in an article.
   *
   * @param supersedes content of the revision before, or null
   */
  record Fields(
      int revision,
      Fingerprint content,
      @Nullable Fingerprint supersedes,
      Position raw,
      String document) {

    static Fields of(Article article) {
      return new Fields(
          article.getRevision(),
          Fingerprint.of(article.getContentHash()),
          article.getSupersedes() == null ? null : Fingerprint.of(article.getSupersedes()),
          Position.of(article.getRaw()),
          Keys.of(article.getDocument()));
    }

    FieldWriter write(FieldWriter out) {
      raw.write(content.write(out.number(revision))).text(document);
      return supersedes == null ? out.small(0) : supersedes.write(out.small(1));
    }

    static Fields read(FieldReader in) {
      int revision = in.number();
      var content = Fingerprint.read(in);
      var raw = Position.read(in);
      String document = in.text();
      var supersedes = in.small() == 0 ? null : Fingerprint.read(in);
      return new Fields(revision, content, supersedes, raw, document);
    }
  }

  /** An outcome NEW or REVISED. */
  record Made(
      String articleId,
      Rank rank,
      OutcomeKind kind,
      int revision,
      Fingerprint content,
      boolean withdrawn,
      @Nullable Basis basis)
      implements Revision {
    static final int TAG = 2;

    static Made of(Rank rank, OutcomeKind kind, Subject subject) {
      return new Made(
          subject.articleId(),
          rank,
          kind,
          subject.revision(),
          subject.content(),
          subject.withdrawn(),
          subject.basis());
    }

    @Override
    public byte[] toBytes() {
      var out = rank.write(new FieldWriter().text(articleId).small(TAG));
      content.write(Verdict.write(out, kind).number(revision)).small(withdrawn ? 1 : 0);
      return Basis.write(out, basis).toBytes();
    }
  }

  /** The revision that {@link #toBytes()} wrote. */
  static Revision from(byte[] bytes) {
    var in = new FieldReader(bytes);
    String articleId = in.text();
    return switch (in.small()) {
      case Decided.TAG -> new Decided(articleId, Position.read(in), in.small() == 1);
      case Published.TAG -> published(articleId, in);
      default -> made(articleId, in);
    };
  }

  private static Published published(String articleId, FieldReader in) {
    return new Published(
        articleId,
        Position.read(in),
        Fingerprint.read(in),
        in.small() == 0 ? null : Fields.read(in));
  }

  private static Made made(String articleId, FieldReader in) {
    return new Made(
        articleId,
        Rank.read(in),
        Verdict.readKind(in),
        in.number(),
        Fingerprint.read(in),
        in.small() == 1,
        Basis.read(in));
  }
}
