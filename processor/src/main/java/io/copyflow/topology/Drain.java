package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Knows when nothing is under way: the application's committed offsets reach the end of the raw
 * topic, then of each repartition topic, in the order of the flow. A stage commits its offset and
 * its output in one transaction, so once a stage has drained, the next one's end is final.
 */
final class Drain implements AutoCloseable {

  private static final long POLL_MS = 50;

  private final ProcessorSettings settings;
  private final Topics topics;
  private final Admin admin;

  Drain(ProcessorSettings settings, Topics topics) {
    this.settings = settings;
    this.topics = topics;
    this.admin = Admin.create(settings.kafka());
  }

  /** Waits; {@code trouble} is asked again and again, and what it returns is thrown. */
  void await(Supplier<@Nullable RuntimeException> trouble) throws InterruptedException {
    for (String topic : flow()) {
      Map<TopicPartition, Long> ends = ends(topic);
      while (ends.isEmpty() || !reached(ends)) {
        RuntimeException problem = trouble.get();
        if (problem != null) {
          throw problem;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
        ends = ends.isEmpty() ? ends(topic) : ends;
      }
    }
  }

  private List<String> flow() {
    return List.of(
        topics.withdrawals().name(),
        topics.raw().name(),
        settings.applicationId() + "-" + ArticleTopology.BY_CONTENT + "-repartition",
        settings.applicationId() + "-" + ArticleTopology.BY_ARTICLE + "-repartition");
  }

  /**
   * End of all that is written, open transactions included: a commit returns before its markers
   * stand in the partitions, so the end of what readers of committed data see lags behind it. Empty
   * while the topic does not exist.
   */
  private Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
    try {
      var latest = new HashMap<TopicPartition, OffsetSpec>();
      admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
          .flatMap(description -> description.partitions().stream())
          .forEach(p -> latest.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
      var ends = new HashMap<TopicPartition, Long>();
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Map.of();
      }
      throw new IllegalStateException("cannot read the end of " + topic, e.getCause());
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(settings.applicationId())
              .partitionsToOffsetAndMetadata()
              .get();
      return ends.entrySet().stream()
          .allMatch(end -> offset(committed.get(end.getKey())) >= end.getValue());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot read the processor's progress", e.getCause());
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
