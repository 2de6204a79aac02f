package io.copyflow.e2e;

import io.copyflow.avro.Document;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawArticle;
import io.copyflow.cli.CopyflowProcess;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What a replay costs live traffic: the time from a raw record's timestamp to its committed
 * outcome, for articles that come in evenly, before, during and after a replay of an archive.
 * Broker, live processor and replay are processes of their own but for the broker.
 *
 * <p>{@code ReplayLatencyBenchmark FOLDER FILES PER_SECOND SECONDS [option of replay]…}
 */
final class ReplayLatencyBenchmark {

  private static final String SOURCE = "live";

  private final Topics topics = Topics.standard();
  private final Wire wire = Wire.singleObject();
  private final Deserializer<Outcome> outcomes = wire.serde(Outcome.class).deserializer();
  private final Set<String> seen = new HashSet<>();
  private List<Long> latencies = new ArrayList<>();
  private int sent;

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]).toAbsolutePath();
    int files = Integer.parseInt(args[1]);
    Files.createDirectories(folder);
    try (var broker = OpenBroker.in(folder.resolve("broker"))) {
      var commands = Commands.on(folder, broker.address(), Topics.DEFAULT_PREFIX);
      commands.ok("topics", "--create");
      Path archive = Arrivals.generate(folder, files, 7);
      commands.ok("ingest", archive.toString());
      try (var live = Processor.start("live", folder, commands);
          var committed = Committed.on(broker.address(), Topics.DEFAULT_PREFIX)) {
        committed.awaitProgress(2 * files, live.process());
        System.out.printf("%,d raw records judged%n", files);
        new ReplayLatencyBenchmark().run(folder, broker.address(), commands, args);
      }
    }
    System.exit(0);
  }

  private void run(Path folder, String address, Commands commands, String[] args) throws Exception {
    int seconds = Integer.parseInt(args[3]);
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/example.org.yaml"), "name: Example\n");
    var client = Map.<String, Object>of("bootstrap.servers", address);
    var ticker = Executors.newSingleThreadScheduledExecutor();
    try (var producer =
            new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        var reader = new TopicReader(List.of(topics.outcomes().name()), client)) {
      reader.skipToEnd();
      var thread = new Thread(() -> reader.follow(false, Long.MAX_VALUE, this::judged), "outcomes");
      thread.start();
      long every = TimeUnit.SECONDS.toMicros(1) / Integer.parseInt(args[2]);
      var sending =
          ticker.scheduleAtFixedRate(() -> send(producer), every, every, TimeUnit.MICROSECONDS);
      phase("warm-up", Duration.ofSeconds(20));
      phase("before", Duration.ofSeconds(seconds));
      long began = System.nanoTime();
      try (var replay = CopyflowProcess.start(folder, replay(commands, args))) {
        int exit = replay.exitCode();
        report("during");
        System.out.printf(
            "replay ended with %d after %d s%n",
            exit, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
      }
      phase("after", Duration.ofSeconds(seconds));
      sending.cancel(false);
      reader.stop();
      thread.join();
    } finally {
      ticker.shutdownNow();
    }
  }

  private static String[] replay(Commands commands, String[] args) {
    var replay = new ArrayList<>(List.of("replay", "--dry-run", "--profiles", "rules"));
    replay.addAll(List.of(args).subList(4, args.length));
    return commands.with(replay.toArray(String[]::new));
  }

  private void phase(String name, Duration length) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(length.toNanos());
    report(name);
  }

  private synchronized void report(String name) {
    var sorted = latencies.stream().sorted().toList();
    latencies = new ArrayList<>();
    System.out.printf(
        "%-8s %,6d outcomes, ms: p50 %d, p90 %d, p99 %d, max %d%n",
        name, sorted.size(), at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
  }

  private static long at(List<Long> sorted, double part) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
  }

  private synchronized void judged(ConsumerRecord<String, byte[]> record) {
    Outcome outcome = outcomes.deserialize(record.topic(), record.value());
    if (outcome != null
        && outcome.getDocument().getSource().equals(SOURCE)
        && seen.add(record.key())) {
      latencies.add(System.currentTimeMillis() - outcome.getIngestedAt().toEpochMilli());
    }
  }

  private void send(KafkaProducer<String, byte[]> producer) {
    int number = sent++;
    byte[] content =
        ("<!--1936000800000-->\n[Live %d](https://www.example.org/live-%d)\n------\n\n"
                + "<p>The tide of number %d came in over the wall, said the harbour master.</p>"
                + "<p>%s</p>\n")
            .formatted(number, number, number, "Nobody was hurt in it. ".repeat(100))
            .getBytes(StandardCharsets.UTF_8);
    var document = new Document(SOURCE, number + ".txt");
    var article =
        RawArticle.newBuilder()
            .setDocument(document)
            .setContent(ByteBuffer.wrap(content))
            .setBytes(content.length)
            .setSha256("0".repeat(64))
            .build();
    String raw = topics.raw().name();
    byte[] value = wire.serde(RawArticle.class).serializer().serialize(raw, article);
    var unused = producer.send(new ProducerRecord<>(raw, Keys.of(document), value));
  }
}
