package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Names a raw record and orders it among all others: by timestamp, then document, then position.
 * Among copies the earliest wins, so this order decides every verdict.
 *
 * @param timestamp of the raw record, UTC milliseconds since the epoch
 * @param document key of the document, {@code SOURCE/PATH}
 * @param partition of the raw topic
 * @param offset in the partition
 */
public record RawKey(long timestamp, String document, int partition, long offset)
    implements Comparable<RawKey> {

  private static final int TAIL = 1 + Integer.BYTES + Long.BYTES;

  /** A key whose bytes keep its order; Kafka has no negative timestamps, partitions or offsets. */
  public RawKey {
    if (timestamp < 0 || partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "not a raw record: " + timestamp + " " + partition + "-" + offset);
    }
  }

  /** Bytes that compare, unsigned, as the keys do, so that a store keeps raw records in order. */
  public byte[] toBytes() {
    byte[] name = document.getBytes(UTF_8);
    return ByteBuffer.allocate(Long.BYTES + name.length + TAIL)
        .putLong(timestamp)
        .put(name)
        .put((byte) 0)
        .putInt(partition)
        .putLong(offset)
        .array();
  }

  /** The key that {@link #toBytes()} wrote into the bytes from {@code start} to their end. */
  public static RawKey fromBytes(byte[] bytes, int start) {
    var buffer = ByteBuffer.wrap(bytes);
    int nameStart = start + Long.BYTES;
    int nameEnd = bytes.length - TAIL;
    return new RawKey(
        buffer.getLong(start),
        new String(bytes, nameStart, nameEnd - nameStart, UTF_8),
        buffer.getInt(nameEnd + 1),
        buffer.getLong(nameEnd + 1 + Integer.BYTES));
  }

  @Override
  public int compareTo(RawKey other) {
    return Arrays.compareUnsigned(toBytes(), other.toBytes());
  }
}
