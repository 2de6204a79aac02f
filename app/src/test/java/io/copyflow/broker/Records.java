package io.copyflow.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes and reads plain records on one partition of a topic. */
final class Records {

  private static final String TOPIC = "records";

  private Records() {}

  static void createTopic(String bootstrapServer) throws Exception {
    createTopic(bootstrapServer, TOPIC, 1);
  }

  static void createTopic(String bootstrapServer, String name, int partitions) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer))) {
      var topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  /** Sends the values in one transaction and returns when it is committed. */
  static void write(String bootstrapServer, String... values) {
    var config =
        Map.<String, Object>of(
            "bootstrap.servers", bootstrapServer, "transactional.id", "records-writer");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        var unused = producer.send(new ProducerRecord<>(TOPIC, value));
      }
      producer.commitTransaction();
    }
  }

  /**
   * All committed values. Up to the high watermark: right after kill -9 the last commit is in the
   * log, but not yet marked at its partitions, and the end of what is stable lies before it.
   */
  static List<String> read(String bootstrapServer) throws Exception {
    var config =
        Map.<String, Object>of(
            "bootstrap.servers", bootstrapServer, "isolation.level", "read_committed");
    var partition = new TopicPartition(TOPIC, 0);
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = highWatermark(bootstrapServer, partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static long highWatermark(String bootstrapServer, TopicPartition partition)
      throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer))) {
      var latest = Map.of(partition, OffsetSpec.latest());
      return admin.listOffsets(latest).partitionResult(partition).get().offset();
    }
  }
}
