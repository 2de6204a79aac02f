package io.copyflow.replay;

import io.copyflow.avro.Generation;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The generations that a cluster knows: what each is at, how far it is, what it would change. For
 * whoever wants to show them: a replay writes its progress every few seconds. Each call connects
 * for itself. Thread-safe.
 */
public final class Generations {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;

  /**
   * The generations of a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Generations(Topics topics, Wire wire, Map<String, Object> kafka) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /** All of which something is left or was promoted, the oldest first. */
  public List<Generation> list() {
    var values = wire.serde(Generation.class).deserializer();
    var latest = new HashMap<String, Generation>();
    TopicReader.readAll(
        kafka,
        topics.generations().name(),
        record -> {
          Generation value = values.deserialize(record.topic(), record.value());
          if (value == null) {
            latest.remove(record.key());
          } else {
            latest.put(record.key(), value);
          }
        });
    return latest.values().stream()
        .sorted(Comparator.comparing(Generation::getCreatedAt).thenComparing(Generation::getId))
        .toList();
  }

  /** One of them. */
  public Optional<Generation> find(String id) {
    return list().stream().filter(generation -> generation.getId().equals(id)).findFirst();
  }

  /** Writes what a generation is at now. Returns when the cluster has it. */
  void put(Generation generation) {
    String topic = topics.generations().name();
    write(
        generation.getId(), wire.serde(Generation.class).serializer().serialize(topic, generation));
  }

  /** Nothing is left of it. */
  void forget(String id) {
    write(id, null);
  }

  private void write(String id, byte @Nullable [] value) {
    String topic = topics.generations().name();
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, id, value)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot write to " + topic, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
