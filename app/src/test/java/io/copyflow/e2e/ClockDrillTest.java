package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.ProcessorSettings;
import io.copyflow.wire.Wire;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.internals.TopicPartitionMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that claim any date move no clock but their own. Where dedup keeps a window by the dates of
 * articles, an old copy is behind it and a new article each time, and one file from the future puts
 * all that come later behind it.
 */
@Timeout(180)
@Tag("drill")
class ClockDrillTest {

  private static final String PREFIX = "clock.";
  private static final String DROPPED = "dropped-records-total";
  private static final Instant NOW = Instant.now();

  @TempDir Path directory;
  private OpenBroker broker;
  private Commands cluster;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    broker = OpenBroker.in(directory.resolve("broker"));
    cluster = Commands.on(directory, broker.address(), PREFIX);
    cluster.ok("topics", "--create");
    var settings =
        ProcessorSettings.of(
            Map.of("process.threads", 1),
            directory.resolve("state"),
            Map.of("bootstrap.servers", broker.address()));
    var topics = new Topics(PREFIX, Topics.DEFAULT_PARTITIONS);
    pipeline = new Pipeline(settings, topics, Wire.singleObject(), Extractor.standard());
    pipeline.start();
  }

  @AfterEach
  void close() {
    pipeline.close();
    broker.close();
  }

  @Test
  void claimedDates_moveNeitherDedupNorStreamTime() throws Exception {
    ingest("live", page("ferry", 0, NOW));
    for (int i = 1; i <= 3; i++) {
      ingest("copy-" + i, page("ferry", i, NOW.minus(90, DAYS)));
    }
    ingest("future", page("comet", 0, Instant.parse("2033-05-05T05:05:05Z")));
    ingest("normal", page("bridge", 0, NOW));
    ingest("normal-again", page("bridge", 0, NOW));

    assertThat(outcomes())
        .isEqualTo(
            Map.of(
                "live", "NEW",
                "copy-1", "DUPLICATE",
                "copy-2", "DUPLICATE",
                "copy-3", "DUPLICATE",
                "future", "NEW",
                "normal", "NEW",
                "normal-again", "UNCHANGED"));
    assertThat(cluster.records("articles")).hasSize(3);
    assertSound();
    assertThat(streamTimes())
        .isNotEmpty()
        .allSatisfy(time -> assertThat(time).isBetween(NOW, Instant.now()));
  }

  /** A log of older days that is copied in behind newer records. */
  @Test
  void recordsOf90DaysAgo_areNeitherDroppedNorTwoArticles() throws Exception {
    ingest("live", page("ferry", 0, NOW));
    for (int i = 1; i <= 3; i++) {
      Instant then = NOW.minus(90, DAYS).plusMillis(i);
      send("copy-" + i, page("ferry", i, then), then);
    }

    assertThat(outcomes())
        .isEqualTo(
            Map.of(
                "live", "DUPLICATE",
                "copy-1", "NEW",
                "copy-2", "DUPLICATE",
                "copy-3", "DUPLICATE"));
    assertSound();
  }

  private void assertSound() throws Exception {
    assertThat(droppedRecords()).isNotEmpty().allSatisfy(count -> assertThat(count).isZero());
    assertThat(cluster.ok("ledger", "--verify")).contains("balances");
  }

  /** By task, as Kafka Streams counts them. */
  private static List<Double> droppedRecords() throws Exception {
    var beans = ManagementFactory.getPlatformMBeanServer();
    var tasks = new ObjectName("kafka.streams:type=stream-task-metrics,*");
    var counts = new HashMap<ObjectName, Double>();
    for (ObjectName task : beans.queryNames(tasks, null)) {
      counts.put(task, (Double) beans.getAttribute(task, DROPPED));
    }
    return List.copyOf(counts.values());
  }

  /** By partition, as Kafka Streams commits them beside its offsets. */
  private List<Instant> streamTimes() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      return admin
          .listConsumerGroupOffsets("copyflow")
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .map(committed -> TopicPartitionMetadata.decode(committed.metadata()).partitionTime())
          .filter(time -> time >= 0)
          .map(Instant::ofEpochMilli)
          .toList();
    }
  }

  /** By file name. */
  private Map<String, String> outcomes() {
    var outcomes = new HashMap<String, String>();
    for (var record : cluster.records("outcomes")) {
      String path = record.at("/value/document/path").asText();
      outcomes.put(path.replace(".txt", ""), record.at("/value/kind").asText());
    }
    return outcomes;
  }

  /** Each behind all that came before: the next one comes when nothing is under way. */
  private void ingest(String name, String page) throws Exception {
    Path folder = Files.createDirectories(directory.resolve("files"));
    Files.writeString(folder.resolve(name + ".txt"), page);
    cluster.ok("ingest", folder.toString());
    pipeline.awaitDrained();
  }

  private void send(String name, String page, Instant time) throws Exception {
    var document = new Document("files", name + ".txt");
    byte[] bytes = page.getBytes(UTF_8);
    var raw =
        RawArticle.newBuilder()
            .setDocument(document)
            .setContent(ByteBuffer.wrap(bytes))
            .setBytes(bytes.length)
            .setSha256("0".repeat(64))
            .build();
    String topic = PREFIX + "articles.raw";
    byte[] value = Wire.singleObject().serde(RawArticle.class).serializer().serialize(topic, raw);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic, null, time.toEpochMilli(), Keys.of(document), value))
          .get();
    }
    pipeline.awaitDrained();
  }

  private static String page(String subject, int paper, Instant claimed) {
    return """
    <!--%d-->
    [The %s of the year](https://paper-%d.example/%s)
    ------

    <p>The %s was seen from the harbour wall on Monday by eleven people and one dog.</p>
    """
        .formatted(claimed.toEpochMilli(), subject, paper, subject, subject);
  }
}
