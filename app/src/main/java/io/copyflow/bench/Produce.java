package io.copyflow.bench;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The floor under ingest: the raw records, sent as Kafka's producer test sends a payload file. */
final class Produce implements Work {

  private List<ConsumerRecord<byte[], byte[]>> records = List.of();
  private String topic = "";
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  @Override
  public void open(Round round) {
    if (records.isEmpty()) {
      records = RawRecords.read(round.bootstrap(), round.corpus());
    }
    topic = round.work().topics().raw().name();
    producer = RawRecords.producer(round.work().client(round.bootstrap()));
    producer.partitionsFor(topic);
  }

  @Override
  public void finish() {
    if (producer != null) {
      for (var record : records) {
        var unused = producer.send(new ProducerRecord<>(topic, record.key(), record.value()));
      }
      producer.flush();
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }
}
