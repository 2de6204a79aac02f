package io.copyflow.identity;

import java.util.Comparator;
import java.util.function.Function;

/**
 * The order of raw records that decides every verdict: timestamp, then document, then position. It
 * does not depend on the number of partitions. Asks for documents only when timestamps are equal,
 * so that state need not hold them.
 *
 * @param documents key of the document of a raw record, {@code SOURCE/PATH}; may be slow
 */
public record RawOrder(Function<RawRef, String> documents) implements Comparator<RawRef> {

  @Override
  public int compare(RawRef one, RawRef other) {
    if (one.timestamp() != other.timestamp() || one.equals(other)) {
      return Long.compare(one.timestamp(), other.timestamp());
    }
    return key(one).compareTo(key(other));
  }

  private RawKey key(RawRef raw) {
    return new RawKey(raw.timestamp(), documents.apply(raw), raw.partition(), raw.offset());
  }
}
