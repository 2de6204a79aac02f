package io.copyflow.replay.diff;

import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import org.jspecify.annotations.Nullable;

/**
 * A raw record that the live pipeline has to read again. Its bytes sort in the order of raw
 * records.
 *
 * @param timestamp of the raw record
 * @param document of the raw record
 * @param raw where it lies
 * @param attempt which reading of it that will be
 * @param previous what the live outcome says that it was; null where that was no article
 */
public record Request(
    long timestamp, String document, Position raw, int attempt, @Nullable Previous previous) {

  /**
   * A sighting that is to be taken back.
   *
   * @param articleId which article it was of
   * @param content the folded hash of its text
   */
  public record Previous(String articleId, String content) {}

  static Request of(Position raw, Judged live) {
    Previous previous =
        live.articleId() == null || live.content() == null
            ? null
            : new Previous(live.articleId(), live.content());
    return new Request(live.timestamp(), live.document(), raw, live.attempt() + 1, previous);
  }

  byte[] toBytes() {
    var out = raw.write(new FieldWriter().number(timestamp).text(document)).number(attempt);
    return previous == null
        ? out.small(0).toBytes()
        : out.small(1).text(previous.articleId).text(previous.content).toBytes();
  }

  static Request from(byte[] bytes) {
    var in = new FieldReader(bytes);
    long timestamp = in.longNumber();
    String document = in.text();
    Position raw = Position.read(in);
    return new Request(
        timestamp,
        document,
        raw,
        in.number(),
        in.small() == 0 ? null : new Previous(in.text(), in.text()));
  }
}
