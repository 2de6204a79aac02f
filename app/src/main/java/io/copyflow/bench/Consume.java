package io.copyflow.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The floor under every reader: the raw records, read to the end and thrown away. */
final class Consume implements Work {

  private static final Duration POLL = Duration.ofMillis(200);

  private @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private List<TopicPartition> partitions = List.of();
  private Map<TopicPartition, Long> ends = Map.of();

  @Override
  public void open(Round round) {
    String topic = round.corpus().topics().raw().name();
    consumer = RawRecords.consumer(round.corpus().client(round.bootstrap()));
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  @Override
  public void finish() {
    while (consumer != null && partitions.stream().anyMatch(p -> position(p) < end(p))) {
      consumer.poll(POLL);
    }
  }

  private long position(TopicPartition partition) {
    return consumer == null ? Long.MAX_VALUE : consumer.position(partition);
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
