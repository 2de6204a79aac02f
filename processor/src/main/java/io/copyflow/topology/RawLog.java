package io.copyflow.topology;

/**
 * The raw topic as a log that can be read at a position: the texts that a correction needs are not
 * kept in state, they are read again. Used by one thread.
 */
interface RawLog extends AutoCloseable {

  /**
   * The value of a committed raw record.
   *
   * @throws IllegalStateException when the topic no longer holds it; the raw topic has no time
   *     limit, so somebody has deleted records from it
   */
  byte[] valueAt(int partition, long offset);

  @Override
  default void close() {}
}
