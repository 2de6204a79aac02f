package io.copyflow.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when a group has read a topic to its end, asking as often as the pipeline's own drain does.
 */
final class Arrival implements AutoCloseable {

  private static final long POLL_MS = 50;

  private final Admin admin;
  private final String group;
  private final String topic;

  /** Closes {@code admin} in the end. */
  Arrival(Admin admin, String group, String topic) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
  }

  void await() throws InterruptedException {
    try {
      Map<TopicPartition, Long> ends = ends();
      while (!isReached(ends)) {
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot read the progress of " + group, e.getCause());
    }
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
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
  }

  private boolean isReached(Map<TopicPartition, Long> ends)
      throws InterruptedException, ExecutionException {
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(end -> {
          var offset = committed.get(end.getKey());
          return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
  }

  @Override
  public void close() {
    admin.close();
  }
}
