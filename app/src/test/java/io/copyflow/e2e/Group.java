package io.copyflow.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a cluster knows of the processors: who has which partitions, and how far they are. */
final class Group implements AutoCloseable {

  private static final String APPLICATION = "copyflow";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration TAKEOVER = Duration.ofMinutes(2);
  private static final int TIMES_AT_REST = 3;

  private final Admin admin;
  private final String raw;

  Group(String bootstrapServer, String topicPrefix) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer));
    raw = topicPrefix + "articles.raw";
  }

  /** Records that are written for the processors and not yet behind them, by partition. */
  Map<TopicPartition, Long> lag() throws InterruptedException, ExecutionException {
    Set<String> topics =
        admin.listTopics().names().get().stream()
            .filter(name -> name.equals(raw) || isBetweenSteps(name))
            .collect(Collectors.toSet());
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<TopicPartition, OffsetAndMetadata> done =
        admin.listConsumerGroupOffsets(APPLICATION).partitionsToOffsetAndMetadata().get();
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                end -> end.getValue().offset() - offset(done.get(end.getKey()))));
  }

  /** Waits until nothing is under way, at several looks in a row: steps hand on to each other. */
  void awaitRest() {
    var looks = new int[1];
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          looks[0] = isAtRest() ? looks[0] + 1 : 0;
          return looks[0] == TIMES_AT_REST;
        });
  }

  /** Waits until a processor has something to do, and tells whether it had before all was done. */
  boolean awaitWork(Path stateDirectory) {
    var works = new AtomicBoolean();
    await()
        .atMost(TAKEOVER)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          works.set(hasWork(stateDirectory));
          return works.get() || isAtRest();
        });
    return works.get();
  }

  private boolean isAtRest() throws InterruptedException, ExecutionException {
    return lag().values().stream().allMatch(left -> left <= 0);
  }

  /** Waits until a processor has all partitions, because the others are given up. */
  void awaitSoleOwner(Path stateDirectory) {
    await()
        .atMost(TAKEOVER)
        .until(() -> {
          var owned = owned(stateDirectory);
          return !owned.isEmpty() && owned.equals(ownedByAll());
        });
  }

  boolean hasWork(Path stateDirectory) throws Exception {
    Map<TopicPartition, Long> lag = lag();
    return owned(stateDirectory).stream()
        .anyMatch(partition -> lag.getOrDefault(partition, 0L) > 0);
  }

  private Set<TopicPartition> owned(Path stateDirectory) throws Exception {
    String id = instanceId(stateDirectory);
    return members().entrySet().stream()
        .filter(member -> member.getKey().startsWith(id))
        .flatMap(member -> member.getValue().stream())
        .collect(Collectors.toSet());
  }

  private Set<TopicPartition> ownedByAll() throws Exception {
    var all = new HashSet<TopicPartition>();
    members().values().forEach(all::addAll);
    return all;
  }

  private Map<String, Set<TopicPartition>> members()
      throws InterruptedException, ExecutionException {
    return admin.describeConsumerGroups(Set.of(APPLICATION)).all().get().values().stream()
        .flatMap(group -> group.members().stream())
        .collect(
            Collectors.toMap(
                member -> member.groupInstanceId().orElse(member.consumerId()), Group::partitions));
  }

  private static Set<TopicPartition> partitions(MemberDescription member) {
    return member.assignment().topicPartitions();
  }

  /** The name that a processor keeps in its state folder, which its group ids begin with. */
  private static String instanceId(Path stateDirectory) throws IOException {
    return Files.readString(stateDirectory.resolve("instance.id")).strip();
  }

  private static boolean isBetweenSteps(String topic) {
    return topic.startsWith(APPLICATION + "-") && topic.endsWith("-repartition");
  }

  private static long offset(OffsetAndMetadata done) {
    return done == null ? 0 : done.offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
