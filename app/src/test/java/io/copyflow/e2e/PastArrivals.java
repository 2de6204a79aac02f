package io.copyflow.e2e;

import io.copyflow.avro.IngestedVersion;
import io.copyflow.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What ingest would remember of a source, had it been at work for weeks. */
final class PastArrivals implements AutoCloseable {

  private final KafkaProducer<String, IngestedVersion> producer;
  private final String topic;

  PastArrivals(String bootstrapServer, String topicPrefix) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServer),
            new StringSerializer(),
            Wire.singleObject().serde(IngestedVersion.class).serializer());
    topic = topicPrefix + "documents";
  }

  /** A document every half hour, day and night. */
  void write(String source, Instant from, Instant until) {
    for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofMinutes(30))) {
      write(source, at);
    }
    producer.flush();
  }

  /** One document. */
  void write(String source, Instant at) {
    var version = new IngestedVersion("0".repeat(64), 1L);
    var unused =
        producer.send(
            new ProducerRecord<>(topic, null, at.toEpochMilli(), source + "/" + at, version));
  }

  @Override
  public void close() {
    producer.close();
  }
}
