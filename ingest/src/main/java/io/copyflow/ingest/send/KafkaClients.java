package io.copyflow.ingest.send;

import io.copyflow.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Kafka clients of one ingest: our defaults, the operator's properties over them, and over both
 * what the guarantees rest on.
 */
public final class KafkaClients {

  /** Properties that an operator cannot set: exactly-once, or the records' place, rests on them. */
  public static final List<String> FIXED =
      List.of(
          ProducerConfig.TRANSACTIONAL_ID_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.TRANSACTION_TWO_PHASE_COMMIT_ENABLE_CONFIG,
          ProducerConfig.PARTITIONER_CLASS_CONFIG,
          ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.ISOLATION_LEVEL_CONFIG);

  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(10);

  private final Map<String, String> properties;
  private final int maxBlockMs;

  /**
   * Clients for a cluster.
   *
   * @param properties the operator's, {@code bootstrap.servers} among them
   * @param wait how long a cluster that does not answer is waited for; one call blocks for less, so
   *     that a person hears of it meanwhile
   */
  public KafkaClients(Map<String, String> properties, Duration wait) {
    this.properties = Map.copyOf(properties);
    this.maxBlockMs = (int) Math.max(500, Math.min(LONGEST_BLOCK.toMillis(), wait.toMillis() / 4));
  }

  String cluster() {
    return properties.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
  }

  KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // Records of about 10 KB: the default batch of 16 KB would hold one.
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 300_000);
    // How long a killed ingest holds up readers; several times the longest commit interval.
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlockMs);
    config.putAll(propertiesFor(ProducerConfig.configNames()));
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, maxBlockMs);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, maxBlockMs);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    config.putAll(propertiesFor(ConsumerConfig.configNames()));
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Admin admin() {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, maxBlockMs);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, maxBlockMs);
    config.putAll(propertiesFor(AdminClientConfig.configNames()));
    return Admin.create(config);
  }

  /** What an administrator's request gave; its own error, where it failed. */
  static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }

  /** A client warns of each property that is another client's; plug-ins may have their own. */
  private Map<String, String> propertiesFor(Set<String> known) {
    Map<String, String> own = new HashMap<>(properties);
    own.keySet().removeIf(key -> !known.contains(key) && isOfSomeClient(key));
    return own;
  }

  private static boolean isOfSomeClient(String key) {
    return ProducerConfig.configNames().contains(key)
        || ConsumerConfig.configNames().contains(key)
        || AdminClientConfig.configNames().contains(key);
  }
}
