package io.copyflow.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records of a topic by their position, committed ones only, without a group. Connects
 * on first use. Used by one thread.
 */
public final class PositionReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> client;
  private final String topic;
  private @Nullable Consumer<String, byte[]> consumer;

  /**
   * A reader that is not connected yet.
   *
   * @param client configuration of a Kafka client
   */
  public PositionReader(Map<String, Object> client, String topic) {
    this.client = Map.copyOf(client);
    this.topic = topic;
  }

  /**
   * The record at a position where there is one.
   *
   * @throws IllegalStateException when the topic no longer holds it
   * @throws TimeoutException when the cluster does not answer; a later try may succeed
   */
  public ConsumerRecord<String, byte[]> at(int partition, long offset) {
    var position = new TopicPartition(topic, partition);
    Consumer<String, byte[]> reader = consumer();
    reader.assign(List.of(position));
    reader.seek(position, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : poll(reader, position, offset)) {
        if (record.offset() != offset) {
          throw gone(position, offset);
        }
        return record;
      }
    }
    throw new TimeoutException("no answer for " + position + " at offset " + offset);
  }

  private static Iterable<ConsumerRecord<String, byte[]>> poll(
      Consumer<String, byte[]> reader, TopicPartition position, long offset) {
    try {
      return reader.poll(POLL);
    } catch (OffsetOutOfRangeException e) {
      throw gone(position, offset);
    }
  }

  private static IllegalStateException gone(TopicPartition position, long offset) {
    return new IllegalStateException(
        "the topic no longer holds "
            + position
            + " at offset "
            + offset
            + "; it must keep everything (retention.ms=-1)");
  }

  private Consumer<String, byte[]> consumer() {
    if (consumer == null) {
      var config = new HashMap<>(client);
      config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
      config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
      config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
      // A broker always sends the one batch that holds the offset, whatever its size; this keeps
      // it from sending the next ones too.
      config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1);
      consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
    return consumer;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
