package io.copyflow.bench;

import io.copyflow.avro.Outcome;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How long an article takes from the producer's hand to a reader of committed outcomes, while
 * articles are sent at a fixed rate. An article is due at its moment whether or not the ones before
 * are through, and its time runs from then: a stall counts against everything that it held up.
 */
final class Latency {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
  private static final double NANOS = 1e9;

  /** Part of the time that is left for rates and compilers to settle. */
  private static final double SETTLING = 0.25;

  private final Round round;
  private final Settings settings;
  private final double rate;
  private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());

  Latency(Round round, double articlesPerSecond) {
    this.round = round;
    this.settings = round.work();
    this.rate = articlesPerSecond;
  }

  /** Sends as many of the records as the time allows; gives latencies in ascending order, in ms. */
  List<Long> measure(List<ConsumerRecord<byte[], byte[]>> records, Duration time) {
    int count = (int) Math.min(records.size(), rate * time.toNanos() / NANOS);
    var sent = new AtomicBoolean();
    var reading = CompletableFuture.runAsync(() -> read(count, sent));
    send(records.subList(0, count));
    sent.set(true);
    reading.join();
    List<Long> counted =
        new ArrayList<>(millis.subList((int) (millis.size() * SETTLING), millis.size()));
    Collections.sort(counted);
    return counted;
  }

  private void send(List<ConsumerRecord<byte[], byte[]>> records) {
    var client = settings.client(round.bootstrap());
    client.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    String topic = settings.topics().raw().name();
    try (KafkaProducer<byte[], byte[]> producer = RawRecords.producer(client)) {
      producer.partitionsFor(topic);
      long start = System.nanoTime();
      for (int i = 0; i < records.size(); i++) {
        long due = start + (long) (i * NANOS / rate);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        long lateMillis = (System.nanoTime() - due) / 1_000_000;
        var record = records.get(i);
        var unused =
            producer.send(
                new ProducerRecord<>(
                    topic,
                    null,
                    System.currentTimeMillis() - lateMillis,
                    record.key(),
                    record.value()));
      }
    }
  }

  private void read(int count, AtomicBoolean sent) {
    String topic = settings.topics().outcomes().name();
    var outcomes = Wire.singleObject().serde(Outcome.class).deserializer();
    try (var consumer = RawRecords.consumer(settings.client(round.bootstrap()))) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
      consumer.seekToEnd(consumer.assignment());
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (millis.size() < count && System.nanoTime() < end) {
        for (var record : consumer.poll(POLL)) {
          var outcome = outcomes.deserialize(topic, record.value());
          millis.add(System.currentTimeMillis() - outcome.getIngestedAt().toEpochMilli());
        }
        end = sent.get() ? end : System.nanoTime() + PATIENCE_NANOS;
      }
    }
  }
}
