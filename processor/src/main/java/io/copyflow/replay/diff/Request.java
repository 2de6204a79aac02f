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
 * @param previous what the live outcome says that it was; null where that was no article
 */
public record Request(long timestamp, String document, Position raw, @Nullable Previous previous) {

  /**
   * A sighting that is to be taken back.
   *
   * @param articleId which article it was of
   * @param contentHash of its text
   * @param foldedHash of its text in the other script's characters; null where that is the same
   */
  public record Previous(String articleId, String contentHash, @Nullable String foldedHash) {}

  static Request of(Position raw, Judged live) {
    Previous previous =
        live.articleId() == null || live.contentHash() == null
            ? null
            : new Previous(live.articleId(), live.contentHash(), live.foldedHash());
    return new Request(live.timestamp(), live.document(), raw, previous);
  }

  byte[] toBytes() {
    var out = raw.write(new FieldWriter().number(timestamp).text(document));
    if (previous == null) {
      return out.small(0).toBytes();
    }
    out.small(1).text(previous.articleId).text(previous.contentHash);
    Judged.writeOptional(out, previous.foldedHash);
    return out.toBytes();
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
        in.small() == 0 ? null : new Previous(in.text(), in.text(), Judged.readOptional(in)));
  }
}
