package io.copyflow.ingest.send;

import io.copyflow.avro.IngestedVersion;
import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads back from Kafka what was sent for a source. */
final class SentReader {

  private static final String READING = "to read what was sent";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int POLLS_PER_LINE = 10;

  private final KafkaClients clients;
  private final Topics topics;
  private final Patience patience;
  private final Deserializer<IngestedVersion> values;
  private int emptyPolls;

  SentReader(KafkaClients clients, Topics topics, Wire wire, Patience patience) {
    this.clients = clients;
    this.topics = topics;
    this.patience = patience;
    this.values = wire.serde(IngestedVersion.class).deserializer();
  }

  /**
   * Everything committed for a source so far. Call it when no predecessor can write any more, that
   * is after {@code initTransactions}.
   */
  SentVersions read(String source, SendClock clock) {
    var sent = new SentVersions();
    byte[] prefix = (source + "/").getBytes(StandardCharsets.UTF_8);
    Map<TopicPartition, Long> ends = patience.until(READING, this::ends);
    try (var consumer = clients.consumer()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (!patience.until(READING, () -> isAt(ends, consumer))) {
        for (var one : poll(consumer, ends.keySet())) {
          if (startsWith(one.key(), prefix)) {
            sent.put(one.key(), version(one));
            clock.resumeAt(one.timestamp());
          }
        }
      }
    }
    return sent;
  }

  /**
   * Where the memory ends now: the high watermark, not the last stable offset. Another source's
   * open transaction may hold the latter before records that are ours and committed.
   */
  private Map<TopicPartition, Long> ends() {
    try (var admin = clients.admin()) {
      mustExist(admin, topics.raw().name());
      var partitions = mustExist(admin, topics.documents().name());
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      KafkaClients.get(admin.listOffsets(latest).all())
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    }
  }

  /** The partitions of a topic; a missing one would otherwise only show as a time-out. */
  private static List<TopicPartition> mustExist(Admin admin, String topic) {
    try {
      return KafkaClients.get(admin.describeTopics(List.of(topic)).allTopicNames())
          .values()
          .stream()
          .flatMap(described -> described.partitions().stream())
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .toList();
    } catch (UnknownTopicOrPartitionException e) {
      throw new IngestException(
          "the topic " + topic + " does not exist; create it with: copyflow topics --create", e);
    }
  }

  private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /**
   * An empty poll does not tell whether the broker is there; asking it for its ends does. If it is,
   * an open transaction of another source's ingest hides the rest until it ends or times out.
   */
  private ConsumerRecords<byte[], byte[]> poll(
      Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
    var records = consumer.poll(POLL);
    if (records.isEmpty()) {
      patience.until(READING, () -> consumer.endOffsets(partitions));
      if (++emptyPolls % POLLS_PER_LINE == 0) {
        patience.tell("waiting for another ingest's transaction to end, " + READING);
      }
    }
    return records;
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** Null for a tombstone. To take an unreadable memory for an empty one would send all again. */
  private @Nullable Sha256 version(ConsumerRecord<byte[], byte[]> one) {
    byte[] value = one.value();
    if (value == null) {
      return null;
    }
    try {
      return Sha256.ofHex(values.deserialize(one.topic(), value).getSha256());
    } catch (SerializationException | IllegalArgumentException e) {
      throw new IngestException(
          "what was sent cannot be read at %s-%d offset %d (%s); is this the wire format that it was written in?"
              .formatted(one.topic(), one.partition(), one.offset(), e.getMessage()),
          e);
    }
  }
}
