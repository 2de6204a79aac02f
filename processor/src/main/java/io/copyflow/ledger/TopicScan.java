package io.copyflow.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning to what is committed when the reading starts. Each partition's
 * records come in their order; joins no group and commits nothing. Used by one thread.
 */
public final class TopicScan {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;

  /**
   * A scan over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public TopicScan(Map<String, Object> kafka) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  /**
   * Shows every record to a visitor.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException when the cluster does not answer
   * @throws IllegalStateException when the topic does not exist
   */
  public void each(String topic, Consumer<ConsumerRecord<String, byte[]>> visitor) {
    try (var consumer =
        new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          visitor.accept(record);
        }
      }
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException(
          "topic " + topic + " does not exist; create it with ./copyflow topics --create");
    }
    return partitions;
  }
}
