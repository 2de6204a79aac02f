package io.copyflow.ledger;

import io.copyflow.avro.RawPosition;

/**
 * Where a raw record lies.
 *
 * @param partition of the raw topic
 * @param offset in the partition
 */
record Position(int partition, long offset) {

  static Position of(RawPosition raw) {
    return new Position(raw.getPartition(), raw.getOffset());
  }

  /** The position that an outcome's key names: {@code PARTITION-OFFSET}. */
  static Position parse(String key) {
    int dash = key.indexOf('-');
    return new Position(
        Integer.parseInt(key.substring(0, dash)), Long.parseLong(key.substring(dash + 1)));
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
