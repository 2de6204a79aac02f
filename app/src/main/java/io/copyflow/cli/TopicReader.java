package io.copyflow.cli;

import static java.util.stream.Collectors.toMap;

import io.copyflow.topics.ClusterUnreachableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all partitions of a topic, committed records only, without a group: it leaves no trace on
 * the cluster.
 */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Object> client;
  private final List<TopicPartition> partitions;

  /**
   * @param client configuration of a Kafka client
   * @throws CommandFailedException when there is no such topic
   * @throws ClusterUnreachableException when the cluster does not answer
   */
  TopicReader(String topic, Map<String, Object> client) throws CommandFailedException {
    this.client = client;
    var config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", "false");
    config.putIfAbsent("default.api.timeout.ms", "15000");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      partitions = partitions(topic, String.valueOf(client.get("bootstrap.servers")));
      if (partitions.isEmpty()) {
        throw new CommandFailedException(
            ExitCode.FAILED,
            "the topic " + topic + " does not exist; create it with: copyflow topics --create");
      }
      consumer.assign(partitions);
    } catch (CommandFailedException | RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * What is there now, from the beginning, and waits for transactions that are open now: the end
   * that a read_committed consumer is told lies before them, even before one whose commit has been
   * acknowledged, until the broker has marked it.
   */
  void untilEnd(long limit, Consumer<ConsumerRecord<String, byte[]>> each) {
    consumer.seekToBeginning(partitions);
    var ends = highWatermarks();
    read(limit, each, () -> reached(ends));
  }

  /** What comes, until {@link #stop}. */
  void follow(boolean fromBeginning, long limit, Consumer<ConsumerRecord<String, byte[]>> each) {
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    read(limit, each, () -> false);
  }

  /** Ends reading; for another thread. */
  void stop() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(
      long limit, Consumer<ConsumerRecord<String, byte[]>> each, BooleanSupplier atEnd) {
    long left = limit;
    try {
      while (left > 0 && !atEnd.getAsBoolean()) {
        for (var record : consumer.poll(POLL)) {
          if (left-- > 0) {
            each.accept(record);
          }
        }
      }
    } catch (WakeupException e) {
      // Asked to stop, between two records.
    }
  }

  private Map<TopicPartition, Long> highWatermarks() {
    var latest = partitions.stream().collect(toMap(each -> each, each -> OffsetSpec.latest()));
    try (var admin = Admin.create(client)) {
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private List<TopicPartition> partitions(String topic, String bootstrapServers) {
    try {
      return consumer.partitionsFor(topic).stream()
          .map(info -> new TopicPartition(topic, info.partition()))
          .toList();
    } catch (KafkaException e) {
      throw ClusterUnreachableException.from(bootstrapServers, e)
          .map(RuntimeException.class::cast)
          .orElse(e);
    }
  }
}
