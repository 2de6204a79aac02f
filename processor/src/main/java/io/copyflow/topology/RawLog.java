package io.copyflow.topology;

import io.copyflow.topics.PositionReader;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The raw topic as a log that can be read at a position: the texts that a correction needs are not
 * kept in state, they are read again. Used by one thread.
 */
interface RawLog extends AutoCloseable {

  /**
   * A raw record as it lies in the log.
   *
   * @param key the document, if the producer sent one
   * @param value a {@code RawArticle}, if it is one
   * @param timestamp UTC milliseconds since the epoch, not before
   * @param headers as the producer sent them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
  record Raw(@Nullable String key, byte @Nullable [] value, long timestamp, Headers headers) {}

  /**
   * A committed raw record.
   *
   * @throws IllegalStateException when the topic no longer holds it; the raw topic has no time
   *     limit, so somebody has deleted records from it
   */
  Raw at(int partition, long offset);

  @Override
  default void close() {}

  /** The raw log on a cluster. Connects on first use: most tasks never need a correction. */
  static RawLog on(Map<String, Object> client, String topic) {
    var reader = new PositionReader(client, topic);
    return new RawLog() {
      @Override
      public Raw at(int partition, long offset) {
        ConsumerRecord<String, byte[]> record = reader.at(partition, offset);
        return new Raw(
            record.key(), record.value(), Math.max(0, record.timestamp()), record.headers());
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }
}
