package io.copyflow.ledger;

import io.copyflow.topics.Topics;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * How far the processor was in the raw topic at a moment, all of its steps taken together.
 *
 * @param known whether the cluster knows of a processor that reads this raw topic; otherwise no raw
 *     record waits for one
 * @param settled whether nothing was between two steps. Otherwise some records have a part of their
 *     verdicts, and those of others still rest on what they were before
 * @param done by partition of the raw topic, the offset before which the first step has read; 0 for
 *     those that are not named
 */
record Reach(boolean known, boolean settled, Map<Integer, Long> done) {

  private static final Pattern BETWEEN_STEPS = Pattern.compile("by-[a-z]+-repartition");

  Reach {
    done = Map.copyOf(done);
  }

  /**
   * How far it is now.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   * @param application the processor's consumer group, and the prefix of its internal topics
   */
  static Reach now(Map<String, Object> kafka, String application, Topics topics) {
    String rawTopic = topics.raw().name();
    try (var admin = Admin.create(kafka)) {
      // Before the ends: what these offsets have led to in the next step is then behind the ends.
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get();
      Map<Integer, Long> raw =
          read.entrySet().stream()
              .filter(partition -> partition.getKey().topic().equals(rawTopic))
              .collect(Collectors.toMap(p -> p.getKey().partition(), p -> p.getValue().offset()));
      boolean known = !raw.isEmpty() || hasMembers(admin, application);
      return new Reach(known, !isBetweenSteps(admin, application, topics, read), raw);
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read the progress of " + application, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  /** Whether a raw record that has no outcome waits for its turn. */
  boolean isAhead(Position raw) {
    return known && (!settled || raw.offset() >= done.getOrDefault(raw.partition(), 0L));
  }

  private static boolean hasMembers(Admin admin, String application)
      throws ExecutionException, InterruptedException {
    try {
      var group = admin.describeConsumerGroups(Set.of(application)).all().get().get(application);
      return group != null && !group.members().isEmpty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  /** Whether records have left one step and are not through the next, or wait to be read again. */
  private static boolean isBetweenSteps(
      Admin admin, String application, Topics topics, Map<TopicPartition, OffsetAndMetadata> read)
      throws ExecutionException, InterruptedException {
    String requests = topics.rereads().name();
    Set<String> between =
        admin.listTopics().names().get().stream()
            .filter(name -> name.equals(requests) || isBetweenSteps(application, name))
            .collect(Collectors.toSet());
    var latest =
        partitions(admin.describeTopics(between).allTopicNames().get()).stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .anyMatch(end -> {
          OffsetAndMetadata offset = read.get(end.getKey());
          return end.getValue().offset() > (offset == null ? 0 : offset.offset());
        });
  }

  /** Generations beside the live pipeline have ids that begin like its own. */
  private static boolean isBetweenSteps(String application, String topic) {
    return topic.startsWith(application + "-")
        && BETWEEN_STEPS.matcher(topic.substring(application.length() + 1)).matches();
  }

  private static Set<TopicPartition> partitions(Map<String, TopicDescription> topics) {
    var all = new HashSet<TopicPartition>();
    topics.forEach((name, topic) ->
        topic.partitions().forEach(p -> all.add(new TopicPartition(name, p.partition()))));
    return all;
  }
}
