package io.copyflow.topics;

import static org.apache.kafka.clients.admin.AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The catalogue's topics on a cluster. Thread-safe.
 *
 * <p>Every call throws {@link ClusterUnreachableException} if the cluster does not answer, and
 * Kafka's own exception if it refuses.
 */
public final class TopicAdmin implements AutoCloseable {

  private static final short BROKERS_DEFAULT = -1;

  private final Topics topics;
  private final String bootstrapServers;
  private final Admin admin;

  private TopicAdmin(Topics topics, String bootstrapServers, Admin admin) {
    this.topics = topics;
    this.bootstrapServers = bootstrapServers;
    this.admin = admin;
  }

  /**
   * An admin of a cluster; does not wait for it.
   *
   * @param kafka client configuration in Kafka's own names; gives up after {@code
   *     default.api.timeout.ms}, 15 s unless set
   */
  public static TopicAdmin connect(Topics topics, Map<String, ?> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.putIfAbsent(DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
    config.putIfAbsent(REQUEST_TIMEOUT_MS_CONFIG, config.get(DEFAULT_API_TIMEOUT_MS_CONFIG));
    var bootstrap = String.valueOf(config.get(BOOTSTRAP_SERVERS_CONFIG));
    try {
      return new TopicAdmin(topics, bootstrap, Admin.create(config));
    } catch (KafkaException e) {
      throw translated(bootstrap, e);
    }
  }

  /**
   * Creates the topics that are missing, with as many replicas as the broker's default says, and
   * waits until the cluster shows them. Leaves the others as they are. Safe to run twice at once.
   *
   * @return names of the topics that this call created
   */
  public List<String> create() {
    var there = descriptions().keySet();
    var missing =
        topics.all().stream()
            .filter(spec -> !there.contains(spec.name()))
            .map(spec ->
                new NewTopic(spec.name(), spec.partitions(), BROKERS_DEFAULT)
                    .configs(spec.config()))
            .toList();
    var created =
        admin.createTopics(missing).values().entrySet().stream()
            .filter(topic -> isNew(topic.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    awaitVisible();
    return created;
  }

  /** In what the cluster is not what the catalogue asks for; empty if in nothing. */
  public List<TopicProblem> check() {
    var states =
        describe().stream().collect(Collectors.toMap(TopicState::name, Function.identity()));
    return new TopicCheck(bootstrapServers).problems(topics.all(), states);
  }

  /** The catalogue's topics that exist, in its order. */
  public List<TopicState> describe() {
    var descriptions = descriptions();
    var configs = configs(descriptions.keySet());
    return topics.all().stream()
        .flatMap(spec -> Stream.ofNullable(descriptions.get(spec.name())))
        .map(topic -> state(topic, configs.getOrDefault(topic.name(), Map.of())))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
  }

  private static TopicState state(TopicDescription topic, Map<String, String> config) {
    var partitions = topic.partitions();
    return new TopicState(
        topic.name(), partitions.size(), partitions.get(0).replicas().size(), config);
  }

  private Map<String, TopicDescription> descriptions() {
    Map<String, TopicDescription> found = new HashMap<>();
    var names = topics.all().stream().map(TopicSpec::name).toList();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach((name, answer) -> existing(answer).ifPresent(topic -> found.put(name, topic)));
    return found;
  }

  private Optional<TopicDescription> existing(KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(await(answer));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  private boolean isNew(KafkaFuture<Void> creation) {
    try {
      await(creation);
      return true;
    } catch (TopicExistsException e) {
      return false; // someone else was faster
    }
  }

  /** Brokers learn of a new topic a little after the controller has answered. */
  private void awaitVisible() {
    for (int round = 0; round < 100 && descriptions().size() < topics.all().size(); round++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private Map<String, Map<String, String>> configs(Collection<String> names) {
    var resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    return await(admin.describeConfigs(resources).all()).entrySet().stream()
        .collect(
            Collectors.toMap(topic -> topic.getKey().name(), topic -> values(topic.getValue())));
  }

  private static Map<String, String> values(Config config) {
    return config.entries().stream()
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw translated(bootstrapServers, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static RuntimeException translated(String bootstrapServers, Throwable failure) {
    return ClusterUnreachableException.from(bootstrapServers, failure)
        .map(RuntimeException.class::cast)
        .orElseGet(
            () -> failure instanceof RuntimeException known ? known : new KafkaException(failure));
  }
}
