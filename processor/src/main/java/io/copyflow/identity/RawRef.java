package io.copyflow.identity;

/**
 * Names a raw record, and orders it among all others but for ties: the document that decides
 * between equal timestamps stands in the raw record itself. {@link RawOrder} asks for it then.
 *
 * @param timestamp of the raw record, UTC milliseconds since the epoch
 * @param partition of the raw topic
 * @param offset in the partition
 */
public record RawRef(long timestamp, int partition, long offset) {

  /** Kafka has no negative timestamps, partitions or offsets. */
  public RawRef {
    if (timestamp < 0 || partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "not a raw record: " + timestamp + " " + partition + "-" + offset);
    }
  }
}
