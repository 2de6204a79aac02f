package io.copyflow.topology;

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
import org.jspecify.annotations.Nullable;

/** The raw log on a cluster. Connects on first use: most tasks never need a correction. */
final class KafkaRawLog implements RawLog {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> clientConfig;
  private final String topic;
  private @Nullable Consumer<byte[], byte[]> consumer;

  KafkaRawLog(Map<String, Object> clientConfig, String topic) {
    this.clientConfig = clientConfig;
    this.topic = topic;
  }

  @Override
  public byte[] valueAt(int partition, long offset) {
    var position = new TopicPartition(topic, partition);
    Consumer<byte[], byte[]> reader = consumer();
    reader.assign(List.of(position));
    reader.seek(position, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : poll(reader, position, offset)) {
        if (record.offset() != offset) {
          throw gone(position, offset);
        }
        return record.value();
      }
    }
    // Retriable: Streams tries the record again, within its own task timeout.
    throw new TimeoutException("no answer for " + position + " at offset " + offset);
  }

  private static Iterable<ConsumerRecord<byte[], byte[]>> poll(
      Consumer<byte[], byte[]> reader, TopicPartition position, long offset) {
    try {
      return reader.poll(POLL);
    } catch (OffsetOutOfRangeException e) {
      throw gone(position, offset);
    }
  }

  private static IllegalStateException gone(TopicPartition position, long offset) {
    return new IllegalStateException(
        "the raw topic no longer holds "
            + position
            + " at offset "
            + offset
            + "; it must keep everything (retention.ms=-1)");
  }

  private Consumer<byte[], byte[]> consumer() {
    if (consumer == null) {
      var config = new HashMap<>(clientConfig);
      config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
      config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
      config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
      // A broker always sends the one batch that holds the offset, whatever its size; this keeps
      // it from sending the next ones too.
      config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1);
      consumer =
          new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
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
