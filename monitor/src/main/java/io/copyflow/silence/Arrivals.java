package io.copyflow.silence;

import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link Silence} what was ingested, by all ingests into a cluster, from the topic in which
 * they remember what they sent: small records, whose time is that of the ingestion. Nothing is kept
 * between two processes; the last five weeks are read again.
 *
 * <p>The topic is compacted: of a document that was ingested twice only the later time may be left.
 * A source then looks slower than it was, which makes alarms later. Used by one thread.
 */
public final class Arrivals implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final Silence silence;

  /**
   * Connects when it reads.
   *
   * @param client configuration of a Kafka client
   */
  public Arrivals(Topics topics, Map<String, Object> client, Silence silence) {
    var config = new HashMap<>(client);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.topic = topics.documents().name();
    this.silence = silence;
  }

  /**
   * Tells what is new, up to what is committed now. Returns when all is told, or when the thread is
   * interrupted; half of it would make sources look silent that are not.
   *
   * @param now how far back to begin counts from here
   * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
   */
  public void read(Instant now) {
    if (consumer.assignment().isEmpty()) {
      begin(now.minus(Silence.memory()));
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
      for (var record : consumer.poll(LOOK)) {
        String source =
            Keys.rawDocument(record.key(), record.partition(), record.offset()).getSource();
        silence.saw(source, Instant.ofEpochMilli(record.timestamp()));
      }
    }
  }

  private boolean isBefore(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  private void begin(Instant from) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    var times =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> from.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(times);
    consumer.assign(partitions);
    first.forEach(this::seek);
  }

  private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp first) {
    if (first == null) {
      consumer.seekToEnd(List.of(partition));
    } else {
      consumer.seek(partition, first.offset());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
