package io.copyflow.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads all partitions of topics, committed records only, without a group: it leaves no trace on
 * the cluster. Each partition's records come in their order. Used by one thread, but for {@link
 * #stop}.
 */
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Object> client;
  private List<TopicPartition> partitions;
  private Map<TopicPartition, Long> ends = Map.of();

  /**
   * Connects to the cluster.
   *
   * @param topics full names
   * @param client configuration of a Kafka client
   * @throws ClusterUnreachableException when the cluster does not answer
   * @throws UnknownTopicOrPartitionException when a topic does not exist
   */
  public TopicReader(Collection<String> topics, Map<String, Object> client) {
    this.client = Map.copyOf(client);
    var config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", "false");
    config.putIfAbsent("default.api.timeout.ms", "15000");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      String bootstrapServers = String.valueOf(client.get("bootstrap.servers"));
      partitions =
          topics.stream().flatMap(topic -> partitions(topic, bootstrapServers).stream()).toList();
      consumer.assign(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * Shows a whole topic to a visitor, from the beginning to what is committed now.
   *
   * @param client configuration of a Kafka client
   */
  public static void readAll(
      Map<String, Object> client, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (var reader = new TopicReader(List.of(topic), client)) {
      reader.untilEnd(Long.MAX_VALUE, each);
    }
  }

  /**
   * Shows a topic's partitions that hold some keys, from the beginning to what is committed now.
   *
   * @param client configuration of a Kafka client
   * @param keys whose partitions to read; other keys' records are shown as well
   */
  public static void readPartitionsOf(
      Map<String, Object> client,
      String topic,
      Collection<String> keys,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (var reader = new TopicReader(List.of(topic), client)) {
      reader.keepPartitionsOf(keys);
      reader.untilEnd(Long.MAX_VALUE, each);
    }
  }

  /**
   * Shows the end of each of a topic's partitions, up to what is committed now.
   *
   * @param client configuration of a Kafka client
   * @param most offsets of each partition; aborted records and markers take some of them
   */
  public static void readLast(
      Map<String, Object> client,
      String topic,
      long most,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (var reader = new TopicReader(List.of(topic), client)) {
      reader.lastUntilEnd(most, each);
    }
  }

  private void lastUntilEnd(long most, Consumer<ConsumerRecord<String, byte[]>> each) {
    ends = ends();
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    partitions.forEach(partition -> {
      long end = ends.getOrDefault(partition, 0L);
      long beginning = beginnings.getOrDefault(partition, 0L);
      consumer.seek(partition, Math.max(beginning, end - most));
    });
    read(Long.MAX_VALUE, this::isBeforeEnd, each, () -> reached(ends));
  }

  /** Where a key lies is Kafka's own default, by which all of our producers write. */
  private void keepPartitionsOf(Collection<String> keys) {
    var wanted =
        keys.stream()
            .map(key -> Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions.size())
            .collect(Collectors.toSet());
    partitions =
        partitions.stream().filter(partition -> wanted.contains(partition.partition())).toList();
    consumer.assign(partitions);
  }

  /**
   * From the beginning to what is committed now, but no more than so many records. The ends of all
   * topics are taken at one moment, before the first record is read; what comes later is not shown.
   */
  public void untilEnd(long limit, Consumer<ConsumerRecord<String, byte[]>> each) {
    consumer.seekToBeginning(partitions);
    ends = ends();
    read(limit, this::isBeforeEnd, each, () -> reached(ends));
  }

  /** Whether anything was written after the end that {@link #untilEnd} read up to. */
  public boolean hasGrown() {
    return !ends.equals(ends());
  }

  /** What comes, until {@link #stop} or so many records. */
  public void follow(
      boolean fromBeginning, long limit, Consumer<ConsumerRecord<String, byte[]>> each) {
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    read(limit, record -> true, each, () -> false);
  }

  /** From now on, later reading begins with what comes after this call. */
  public void skipToEnd() {
    consumer.seekToEnd(partitions);
    // Seeking is lazy; asking for the position is what settles it.
    partitions.forEach(consumer::position);
  }

  /**
   * What comes from where the reader stands, until {@code last} is true; then what is committed by
   * that time, and no more.
   */
  public void followUntil(BooleanSupplier last, Consumer<ConsumerRecord<String, byte[]>> each) {
    read(Long.MAX_VALUE, record -> true, each, last);
    ends = ends();
    read(Long.MAX_VALUE, this::isBeforeEnd, each, () -> reached(ends));
  }

  /** Ends reading; for another thread. */
  public void stop() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isBeforeEnd(ConsumerRecord<?, ?> record) {
    return record.offset()
        < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }

  private void read(
      long limit,
      Predicate<ConsumerRecord<?, ?>> wanted,
      Consumer<ConsumerRecord<String, byte[]>> each,
      BooleanSupplier atEnd) {
    long left = limit;
    try {
      while (left > 0 && !atEnd.getAsBoolean()) {
        for (var record : consumer.poll(POLL)) {
          if (wanted.test(record) && left-- > 0) {
            each.accept(record);
          }
        }
      }
    } catch (WakeupException e) {
      // Asked to stop, between two records.
    }
  }

  /**
   * End of all that is written now, open transactions included: a commit returns before its markers
   * stand in the partitions, and what was committed must not be missed for that. Reading up to
   * there waits until those transactions have ended.
   */
  private Map<TopicPartition, Long> ends() {
    var latest = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    try (var admin = Admin.create(client)) {
      var ends = new HashMap<TopicPartition, Long>();
      var isolation = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
      admin
          .listOffsets(latest, isolation)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the end of " + partitions, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private List<TopicPartition> partitions(String topic, String bootstrapServers) {
    try {
      var found =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (found.isEmpty()) {
        throw new UnknownTopicOrPartitionException(
            "topic " + topic + " does not exist; create it with copyflow topics --create");
      }
      return found;
    } catch (KafkaException e) {
      throw ClusterUnreachableException.from(bootstrapServers, e)
          .map(RuntimeException.class::cast)
          .orElse(e);
    }
  }
}
