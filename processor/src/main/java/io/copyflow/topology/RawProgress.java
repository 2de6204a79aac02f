package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * How far applications are in the raw topic. All lists have one offset for each partition. Used by
 * one thread.
 */
public final class RawProgress implements AutoCloseable {

  private final String raw;
  private final Admin admin;
  private final int partitions;

  /**
   * Connects.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public RawProgress(Map<String, Object> kafka, Topics topics) {
    this.raw = topics.raw().name();
    this.admin = Admin.create(kafka);
    this.partitions =
        Objects.requireNonNull(await(admin.describeTopics(List.of(raw)).allTopicNames()).get(raw))
            .partitions()
            .size();
  }

  /** Where the topic ends now. */
  public List<Long> ends() {
    return offsets(OffsetSpec.latest());
  }

  /** Where it begins. */
  public List<Long> beginnings() {
    return offsets(OffsetSpec.earliest());
  }

  /** Up to where an application has read, 0 where it has not begun. */
  public List<Long> read(String applicationId) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
    return all()
        .map(partition -> committed.get(partition))
        .map(offset -> offset == null ? 0L : offset.offset())
        .toList();
  }

  /** How many positions lie between two points, where the second is behind the first. */
  public static long between(List<Long> from, List<Long> to) {
    return IntStream.range(0, Math.min(from.size(), to.size()))
        .mapToLong(partition -> Math.max(0, to.get(partition) - from.get(partition)))
        .sum();
  }

  /** The earlier of two points, partition by partition. */
  public static List<Long> earlier(List<Long> one, List<Long> other) {
    return LongStream.range(0, Math.min(one.size(), other.size()))
        .mapToObj(p -> Math.min(one.get((int) p), other.get((int) p)))
        .toList();
  }

  private List<Long> offsets(OffsetSpec which) {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    all().forEach(partition -> wanted.put(partition, which));
    var found = await(admin.listOffsets(wanted).all());
    return all().map(partition -> Objects.requireNonNull(found.get(partition)).offset()).toList();
  }

  private Stream<TopicPartition> all() {
    return IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(raw, number));
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      @Nullable Throwable cause = e.getCause();
      throw new KafkaException("cannot read how far the raw topic is read", cause);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
