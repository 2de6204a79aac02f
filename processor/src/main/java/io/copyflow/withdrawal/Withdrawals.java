package io.copyflow.withdrawal;

import io.copyflow.avro.Withdrawal;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The decisions on a cluster that articles must not be seen. The latest one for an article counts;
 * a running processor acts on it at once, any other when it starts. Each call connects for itself.
 * Thread-safe.
 */
public final class Withdrawals {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;

  /**
   * The decisions on a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Withdrawals(Topics topics, Wire wire, Map<String, Object> kafka) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /** The decision that counts for an article; empty when nobody decided anything. */
  public Optional<Withdrawal> find(String articleId) {
    Deserializer<Withdrawal> decisions = wire.serde(Withdrawal.class).deserializer();
    return latest(topics.withdrawals(), articleId)
        .map(record -> decisions.deserialize(record.topic(), record.value()));
  }

  /** Whether consumers see an article now. */
  public boolean isPublished(String articleId) {
    return latest(topics.articles(), articleId).map(ConsumerRecord::value).isPresent();
  }

  /**
   * Decides, unless what is decided already comes to the same. Returns when the cluster has it.
   *
   * @return the decision that was there and made this one unnecessary; empty when this one counts
   * @throws KafkaException when the cluster does not take it
   */
  public Optional<Withdrawal> decide(Withdrawal decision) {
    Optional<Withdrawal> before = find(decision.getArticleId());
    boolean wasWithdrawn = before.map(known -> !known.getUndone()).orElse(false);
    if (wasWithdrawn == !decision.getUndone()) {
      return before.or(() -> Optional.of(decision));
    }
    write(decision);
    return Optional.empty();
  }

  private void write(Withdrawal decision) {
    String topic = topics.withdrawals().name();
    byte[] value = wire.serde(Withdrawal.class).serializer().serialize(topic, decision);
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, decision.getArticleId(), value)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot write to " + topic, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** The last record under a key. */
  private Optional<ConsumerRecord<String, byte[]>> latest(TopicSpec topic, String key) {
    var last = new Last(key);
    TopicReader.readPartitionsOf(kafka, topic.name(), List.of(key), last);
    return Optional.ofNullable(last.record);
  }

  private static final class Last implements Consumer<ConsumerRecord<String, byte[]>> {

    private final String key;
    private @Nullable ConsumerRecord<String, byte[]> record;

    Last(String key) {
      this.key = key;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> next) {
      if (key.equals(next.key())) {
        record = next;
      }
    }
  }
}
