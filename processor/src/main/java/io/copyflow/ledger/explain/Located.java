package io.copyflow.ledger.explain;

/**
 * A value and the record that holds it.
 *
 * @param topic full name
 * @param partition from 0
 * @param offset in the partition
 */
public record Located<T>(T value, String topic, int partition, long offset) {

  /** The record's place: {@code TOPIC PARTITION-OFFSET}. */
  public String place() {
    return topic + " " + partition + "-" + offset;
  }
}
