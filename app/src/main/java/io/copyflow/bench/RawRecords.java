package io.copyflow.bench;

import io.copyflow.avro.RawArticle;
import io.copyflow.settings.Settings;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The corpus as raw records: read once, sent again and again. */
final class RawRecords {

  private static final Duration POLL = Duration.ofMillis(200);

  private RawRecords() {}

  /** All that a corpus holds, partition after partition. */
  static List<ConsumerRecord<byte[], byte[]>> read(String bootstrap, Settings corpus) {
    var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    String topic = corpus.topics().raw().name();
    try (var consumer = consumer(corpus.client(bootstrap))) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(all::add);
      }
    }
    return all;
  }

  /** The files themselves. */
  static List<RawArticle> articles(String bootstrap, Settings corpus) {
    var decoder = Wire.singleObject().serde(RawArticle.class).deserializer();
    String topic = corpus.topics().raw().name();
    return read(bootstrap, corpus).stream()
        .map(record -> decoder.deserialize(topic, record.value()))
        .filter(article -> article.getContent() != null)
        .toList();
  }

  static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
    var config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer set up as ingest's is. */
  static KafkaProducer<byte[], byte[]> producer(Map<String, Object> client) {
    var config = new HashMap<>(client);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
