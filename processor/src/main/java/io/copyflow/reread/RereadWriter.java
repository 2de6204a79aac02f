package io.copyflow.reread;

import io.copyflow.avro.Cause;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.Reread;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for raw records to be read again. One writer at a time works on a cluster: whoever begins
 * takes the turn from the one before, whose next batch is refused. Used by one thread.
 *
 * <p>A request says what the raw record was before, from its outcome. So an outcome must be final
 * when it is read: {@linkplain io.copyflow.topology.Drain wait} for what was asked for earlier,
 * then read outcomes. A request that is written twice takes effect once.
 */
public final class RereadWriter implements AutoCloseable {

  private static final int TRANSACTION_TIMEOUT_MS = 60_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final String topic;
  private final Serializer<Reread> values;
  private final Producer<String, byte[]> producer;

  /**
   * Takes the turn; what another writer has not committed is void.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   * @throws KafkaException when the cluster does not let us write
   */
  public RereadWriter(Topics topics, Wire wire, Map<String, Object> kafka) {
    topic = topics.rereads().name();
    values = wire.serde(Reread.class).serializer();
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-writer");
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      producer.close(CLOSE_TIMEOUT);
      throw e;
    }
  }

  /**
   * A request to read the raw record of an outcome again.
   *
   * @param cause REDRIVE or REPROCESS
   * @param generation whose promotion asks, or null
   */
  public static Reread request(Outcome outcome, Cause cause, @Nullable String generation) {
    return Reread.newBuilder()
        .setRaw(outcome.getRaw())
        .setDocument(outcome.getDocument())
        .setCause(cause)
        .setGeneration(generation)
        .setAttempt(outcome.getAttempt() + 1)
        .setPrevious(previous(outcome))
        .setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private static @Nullable PreviousReading previous(Outcome outcome) {
    String content =
        outcome.getFoldedHash() == null ? outcome.getContentHash() : outcome.getFoldedHash();
    return content == null ? null : new PreviousReading(outcome.getArticleId(), content);
  }

  /**
   * Writes requests, all or none.
   *
   * @throws TurnTakenException when another writer has begun
   * @throws KafkaException when the cluster does not take them; then none counts
   */
  public void write(Collection<Reread> requests) {
    try {
      producer.beginTransaction();
      for (Reread request : requests) {
        var unused = producer.send(record(request));
      }
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new TurnTakenException(e);
    } catch (KafkaException e) {
      if (isFenced(e)) {
        throw new TurnTakenException(e);
      }
      producer.abortTransaction();
      throw e;
    }
  }

  private static boolean isFenced(@Nullable Throwable e) {
    return e instanceof ProducerFencedException
        || e instanceof InvalidProducerEpochException
        || e != null && isFenced(e.getCause());
  }

  /** In the partition of the raw record, where it is read. */
  private ProducerRecord<String, byte[]> record(Reread request) {
    return new ProducerRecord<>(
        topic,
        request.getRaw().getPartition(),
        Keys.of(request.getRaw()),
        values.serialize(topic, request));
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
