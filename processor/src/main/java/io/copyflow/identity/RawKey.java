package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Names a raw record and orders it among all others: by timestamp, then document, then position.
 * Among copies the earliest wins, so this order decides every verdict.
 *
 * @param timestamp of the raw record, UTC milliseconds since the epoch
 * @param document key of the document, {@code SOURCE/PATH}; compared as UTF-8 bytes
 * @param partition of the raw topic
 * @param offset in the partition
 */
public record RawKey(long timestamp, String document, int partition, long offset)
    implements Comparable<RawKey> {

  private static final Comparator<RawKey> ORDER =
      Comparator.comparingLong(RawKey::timestamp)
          .thenComparing(key -> key.document.getBytes(UTF_8), Arrays::compareUnsigned)
          .thenComparingInt(RawKey::partition)
          .thenComparingLong(RawKey::offset);

  /** The same raw record without its document. */
  public RawRef ref() {
    return new RawRef(timestamp, partition, offset);
  }

  @Override
  public int compareTo(RawKey other) {
    return ORDER.compare(this, other);
  }
}
