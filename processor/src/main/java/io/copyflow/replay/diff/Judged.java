package io.copyflow.replay.diff;

import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Fingerprint;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.topics.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison needs of an outcome.
 *
 * @param kind what became of the raw record
 * @param reason of EMPTY and REJECTED, or null
 * @param timestamp of the raw record
 * @param document of the raw record
 * @param articleId or null
 * @param content the folded hash of its text, which is the content hash where nothing folds; or
 *     null
 * @param attempt which reading of the raw record it rests on
 * @param reading of all that the raw record says by itself, whatever others say
 * @param verdict of all that follows from others
 * @param rules that judged
 */
record Judged(
    OutcomeKind kind,
    @Nullable String reason,
    long timestamp,
    String document,
    @Nullable String articleId,
    @Nullable String content,
    int attempt,
    Fingerprint reading,
    Fingerprint verdict,
    String rules) {

  /** For numbers in temporary files, which no other process reads. */
  private static final List<OutcomeKind> KINDS = List.of(OutcomeKind.values());

  private static final String SEPARATOR = "\n";

  static Judged of(Outcome outcome) {
    return new Judged(
        outcome.getKind(),
        outcome.getReason(),
        outcome.getIngestedAt().toEpochMilli(),
        Keys.of(outcome.getDocument()),
        outcome.getArticleId(),
        outcome.getFoldedHash() == null ? outcome.getContentHash() : outcome.getFoldedHash(),
        outcome.getAttempt(),
        print(
            outcome.getArticleId(),
            outcome.getContentHash(),
            outcome.getFoldedHash(),
            outcome.getTitleHash(),
            outcome.getFoldedTitleHash(),
            outcome.getReason(),
            outcome.getDetail(),
            outcome.getExtractor().getProfile()),
        print(
            outcome.getKind(),
            outcome.getRevision(),
            outcome.getChanged(),
            outcome.getSimilarity(),
            outcome.getOther(),
            outcome.getCopy(),
            outcome.getReissueOf(),
            outcome.getWithdrawn()),
        outcome.getExtractor().getVersion());
  }

  private static Fingerprint print(@Nullable Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      text.append(part).append(SEPARATOR);
    }
    return Fingerprint.of(text.toString());
  }

  boolean sameVerdict(Judged other) {
    return verdict.equals(other.verdict);
  }

  FieldWriter write(FieldWriter out) {
    out.small(KINDS.indexOf(kind)).number(timestamp).text(document).text(rules).number(attempt);
    for (String text : new @Nullable String[] {reason, articleId, content}) {
      writeOptional(out, text);
    }
    return verdict.write(reading.write(out));
  }

  static Judged read(FieldReader in) {
    OutcomeKind kind = KINDS.get(in.small());
    long timestamp = in.longNumber();
    String document = in.text();
    String rules = in.text();
    int attempt = in.number();
    String reason = readOptional(in);
    String articleId = readOptional(in);
    String content = readOptional(in);
    return new Judged(
        kind,
        reason,
        timestamp,
        document,
        articleId,
        content,
        attempt,
        Fingerprint.read(in),
        Fingerprint.read(in),
        rules);
  }

  private static void writeOptional(FieldWriter out, @Nullable String text) {
    if (text == null) {
      out.small(0);
    } else {
      out.small(1).text(text);
    }
  }

  private static @Nullable String readOptional(FieldReader in) {
    return in.small() == 0 ? null : in.text();
  }
}
