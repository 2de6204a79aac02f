package io.copyflow.topology;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

import io.copyflow.topics.ClusterUnreachableException;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a processor keeps on the cluster beside its outputs: changelogs, repartition topics,
 * offsets. The version of a store's layout is part of its name, and so of its changelog's: that is
 * the marker that tells one version's state from another's. It cannot get out of step with the
 * state, because it lies where the state lies. Used by one thread.
 */
final class ClusterState implements AutoCloseable {

  private static final List<String> REPARTITIONS =
      List.of(ArticleTopology.BY_CONTENT, ArticleTopology.BY_ARTICLE);

  /**
   * What this and other versions call their stores; another application's id may begin like ours.
   */
  private static final Pattern OURS =
      Pattern.compile(
          "(claims|histories|withdrawn|rereads)(-v\\d+)?(-reissues)?(-window-\\d+)?-changelog|by-[a-z]+-repartition");

  private static final long POLL_MS = 100;

  private final String applicationId;

  /** Stores without which nothing can go on; those of decisions and requests fill themselves. */
  private final List<String> needed;

  private final int sessionTimeoutMs;
  private final Topics topics;
  private final String bootstrapServers;
  private final Admin admin;

  ClusterState(ProcessorSettings settings, Topics topics) {
    this.applicationId = settings.applicationId();
    this.needed = List.of(ArticleTopology.CLAIMS, settings.dedup().histories());
    this.sessionTimeoutMs = settings.sessionTimeoutMs();
    this.topics = topics;
    this.bootstrapServers =
        String.valueOf(settings.kafka().get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    this.admin = Admin.create(settings.kafka());
  }

  /**
   * Makes sure that this version can go on with what is there.
   *
   * @throws StateRefusedException when it would give other verdicts than those that went before
   */
  void check() {
    Map<String, Integer> found = internalTopics();
    Set<String> known = expected();
    found.forEach((topic, partitions) -> {
      if (!known.contains(topic)) {
        throw refused(topic + " has the layout of another version, or of other dedup settings");
      } else if (partitions != topics.raw().partitions()) {
        String wanted = " partitions, and the raw topic " + topics.raw().partitions();
        throw refused(topic + " has " + partitions + wanted);
      }
    });
    changelogs(needed)
        .filter(topic -> !found.containsKey(topic))
        .findFirst()
        .filter(topic -> hasBegun())
        .ifPresent(topic -> {
          throw refused(topic + " is gone, and raw records were processed already");
        });
  }

  /** Largest batch that a topic takes, in bytes. */
  int maxMessageBytes(String topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var config = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
    String value = Objects.requireNonNull(config).get(MAX_MESSAGE_BYTES_CONFIG).value();
    return Integer.parseInt(value);
  }

  /** Whether raw records are there, and nothing that is derived from them can be gone on with. */
  boolean isLost() {
    Set<String> there = await(admin.listTopics().names());
    return there.contains(topics.raw().name())
        && holdsRecords(topics.raw())
        && (!verdicts().map(TopicSpec::name).allMatch(there::contains)
            || !changelogs(needed).allMatch(there::contains)
            || !holdsRecords(topics.outcomes()));
  }

  private Stream<TopicSpec> verdicts() {
    return Stream.of(topics.articles(), topics.outcomes(), topics.deadLetters());
  }

  private boolean holdsRecords(TopicSpec topic) {
    var ends = new HashMap<TopicPartition, OffsetSpec>();
    var beginnings = new HashMap<TopicPartition, OffsetSpec>();
    await(admin.describeTopics(List.of(topic.name())).allTopicNames())
        .forEach((name, found) ->
            found
                .partitions()
                .forEach(partition -> {
                  var at = new TopicPartition(name, partition.partition());
                  ends.put(at, OffsetSpec.latest());
                  beginnings.put(at, OffsetSpec.earliest());
                }));
    var from = await(admin.listOffsets(beginnings).all());
    return await(admin.listOffsets(ends).all()).entrySet().stream()
        .anyMatch(end ->
            end.getValue().offset() > Objects.requireNonNull(from.get(end.getKey())).offset());
  }

  /** Internal topics of this application, of whatever version, and how many partitions each has. */
  Map<String, Integer> internalTopics() {
    var names =
        await(admin.listTopics().names()).stream()
            .filter(name -> name.startsWith(applicationId + "-"))
            .filter(name -> OURS.matcher(name.substring(applicationId.length() + 1)).matches())
            .toList();
    var partitions = new TreeMap<String, Integer>();
    await(admin.describeTopics(names).allTopicNames())
        .forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    return partitions;
  }

  /**
   * Waits for the end of the session of a processor that was stopped a moment ago: it does not
   * leave its group, so that it has its partitions back when it starts again.
   *
   * @return whether no processor works
   */
  boolean awaitUnused() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2L * sessionTimeoutMs);
    while (isInUse()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
    return true;
  }

  private boolean isInUse() {
    try {
      var group = admin.describeConsumerGroups(List.of(applicationId)).all();
      GroupState state = Objects.requireNonNull(await(group).get(applicationId)).groupState();
      return state != GroupState.EMPTY && state != GroupState.DEAD;
    } catch (GroupIdNotFoundException e) {
      return false;
    }
  }

  /** Deletes topics, and returns when the cluster shows them no more. */
  void delete(Collection<String> names) throws InterruptedException {
    try {
      await(admin.deleteTopics(names).all());
    } catch (UnknownTopicOrPartitionException e) {
      // Somebody else was faster with one of them; the listing below tells of the others.
    }
    while (await(admin.listTopics().names()).stream().anyMatch(names::contains)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
  }

  /** Forgets what was processed. */
  void deleteOffsets() {
    try {
      await(admin.deleteConsumerGroups(List.of(applicationId)).all());
    } catch (GroupIdNotFoundException e) {
      // There is nothing to forget.
    }
  }

  private boolean hasBegun() {
    return await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata())
        .keySet()
        .stream()
        .anyMatch(partition -> partition.topic().equals(topics.raw().name()));
  }

  private Set<String> expected() {
    var expected = new HashSet<String>();
    changelogs(needed).forEach(expected::add);
    changelogs(List.of(ArticleTopology.WITHDRAWN, ArticleTopology.REREADS)).forEach(expected::add);
    REPARTITIONS.forEach(name -> expected.add(applicationId + "-" + name + "-repartition"));
    return expected;
  }

  private Stream<String> changelogs(List<String> stores) {
    return stores.stream().map(store -> applicationId + "-" + store + "-changelog");
  }

  private StateRefusedException refused(String what) {
    return new StateRefusedException(applicationId, what);
  }

  private <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw translated(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private RuntimeException translated(Throwable failure) {
    return ClusterUnreachableException.from(bootstrapServers, failure)
        .map(RuntimeException.class::cast)
        .orElseGet(
            () -> failure instanceof RuntimeException known ? known : new KafkaException(failure));
  }

  @Override
  public void close() {
    admin.close();
  }
}
