package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The topics that records pass through on their way to a verdict, and how far the application has
 * come in each. Closes nothing: the client is its user's.
 */
final class Flow {

  private final Topics topics;
  private final String applicationId;
  private final Admin admin;

  Flow(Topics topics, String applicationId, Admin admin) {
    this.topics = topics;
    this.applicationId = applicationId;
    this.admin = admin;
  }

  /** Their names, in the order of the flow. */
  List<String> topics() {
    return List.of(
        topics.withdrawals().name(),
        topics.raw().name(),
        topics.rereads().name(),
        repartition(ArticleTopology.BY_CONTENT),
        repartition(ArticleTopology.BY_ARTICLE));
  }

  /** What a topic is to operators: the name of the step that it leads to. */
  String step(String topic) {
    if (topic.equals(topics.withdrawals().name())) {
      return "withdraw";
    } else if (topic.equals(topics.raw().name())) {
      return "extract";
    } else if (topic.equals(topics.rereads().name())) {
      return "reread";
    }
    return topic.equals(repartition(ArticleTopology.BY_CONTENT)) ? "claim" : "settle";
  }

  private String repartition(String name) {
    return applicationId + "-" + name + "-repartition";
  }

  /**
   * End of all that is written, open transactions included: a commit returns before its markers
   * stand in the partitions, so the end of what readers of committed data see lags behind it. Empty
   * while the topic does not exist.
   */
  Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
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

  /** How far the application has come: the offset of the first record that it has not committed. */
  Map<TopicPartition, Long> committed() throws InterruptedException {
    try {
      var committed = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(applicationId)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> committed.put(partition, offset(offset)));
      return committed;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot read the processor's progress", e.getCause());
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }
}
