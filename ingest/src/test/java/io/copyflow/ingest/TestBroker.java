package io.copyflow.ingest;

import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real broker in the tests' process; its data live in a temporary folder. Topics keep tests
 * apart; a class that stops its broker has one of its own.
 */
final class TestBroker implements BeforeAllCallback, AfterAllCallback {

  /** Runs until the last test class has ended. */
  static final TestBroker SHARED = new TestBroker();

  /** What a broker in a process of its own says when it takes requests. */
  static final String STARTED = "started";

  private final Path data;
  private final int port;
  private final int controllerPort;
  private KafkaRaftServer server;

  TestBroker() {
    this(temporaryFolder());
  }

  /** A broker that keeps its data in a folder. */
  TestBroker(Path data) {
    this(data, freePort(), freePort());
  }

  private TestBroker(Path data, int port, int controllerPort) {
    this.data = data;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** A broker in a process of its own; {@link #processArguments} are its arguments. */
  public static void main(String[] args) throws InterruptedException {
    new TestBroker(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).start();
    System.out.println(STARTED);
    new CountDownLatch(1).await();
  }

  List<String> processArguments() {
    return List.of(data.toString(), Integer.toString(port), Integer.toString(controllerPort));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (this == SHARED) {
      var unused =
          context
              .getRoot()
              .getStore(Namespace.GLOBAL)
              .getOrComputeIfAbsent(this, TestBroker::opened);
    } else {
      var unused = opened();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (this != SHARED) {
      delete();
    }
  }

  /** Starts it; closing what this gives ends it. */
  AutoCloseable opened() {
    try {
      format();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    start();
    return this::delete;
  }

  private void delete() throws IOException {
    stop();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void start() {
    server = new KafkaRaftServer(new KafkaConfig(config()), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Topics of their own for one test. */
  Topics create(String prefix) throws Exception {
    var topics = new Topics(prefix, 3);
    try (var admin = Admin.create(client())) {
      var specs = List.of(topics.raw(), topics.documents());
      admin.createTopics(specs.stream().map(TestBroker::newTopic).toList()).all().get();
    }
    return topics;
  }

  /**
   * Everything in a topic, by partition; {@code isolation} as Kafka names it. Reads up to what was
   * written when it was called: a commit returns before its markers are on the partitions.
   */
  List<ConsumerRecord<String, byte[]>> read(TopicSpec topic, String isolation) {
    return read(topic.name(), isolation);
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic, String isolation) {
    var ends = ends(topic);
    try (var consumer = consumer(isolation)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  /** The state of the only transactional id that begins so. */
  TransactionState transaction(String idPrefix) {
    try (var admin = Admin.create(client())) {
      return admin.listTransactions().all().get().stream()
          .filter(listing -> listing.transactionalId().startsWith(idPrefix))
          .map(TransactionListing::state)
          .findFirst()
          .orElseThrow();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Has the coordinator, started anew, take the only transactional id that begins so for one that
   * never sent anything; what is open of it in partitions stays open.
   */
  void forgetTransaction(String idPrefix) {
    Map<String, Object> config = new HashMap<>(client());
    config.put("client.id", "__admin_client"); // the only one that may write to internal topics
    var first =
        read("__transaction_state", "read_uncommitted").stream()
            .filter(one -> one.key().contains(idPrefix))
            .findFirst()
            .orElseThrow();
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(first.topic(), first.partition(), first.key(), first.value()));
    }
    stop();
    start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions() // the coordinator has to read what it remembers
        .until(() -> transaction(idPrefix) == TransactionState.EMPTY);
  }

  private Map<TopicPartition, Long> ends(String topic) {
    try (var consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
    }
  }

  private KafkaConsumer<String, byte[]> consumer(String isolation) {
    Map<String, Object> config = new HashMap<>(client());
    config.put("isolation.level", isolation);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static NewTopic newTopic(TopicSpec spec) {
    return new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.config());
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", address());
  }

  void format() throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        .run();
  }

  private Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    config.put("controller.listener.names", "CONTROLLER");
    config.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    config.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    config.put("log.dirs", data.toString());
    config.put("auto.create.topics.enable", "false");
    config.put("offsets.topic.replication.factor", "1");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.state.log.num.partitions", "2");
    config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    config.put("message.max.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    return config;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
