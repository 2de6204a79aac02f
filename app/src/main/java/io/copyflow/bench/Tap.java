package io.copyflow.bench;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Raw records that lie in the topic and cannot be read yet: their transaction is open. What waits
 * for them has started, joined its group and fetched nothing when {@link #open} lets them in at
 * once.
 */
final class Tap implements AutoCloseable {

  private static final int TIMEOUT_MS = 60_000;

  private final KafkaProducer<byte[], byte[]> producer;

  private Tap(KafkaProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  static Tap fill(Round round, List<ConsumerRecord<byte[], byte[]>> records) {
    var client = round.work().client(round.bootstrap());
    client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-" + UUID.randomUUID());
    client.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TIMEOUT_MS);
    var tap = new Tap(RawRecords.producer(client));
    tap.producer.initTransactions();
    tap.producer.beginTransaction();
    String topic = round.work().topics().raw().name();
    for (var record : records) {
      var unused = tap.producer.send(new ProducerRecord<>(topic, record.key(), record.value()));
    }
    tap.producer.flush();
    return tap;
  }

  void open() {
    producer.commitTransaction();
  }

  @Override
  public void close() {
    producer.close();
  }
}
