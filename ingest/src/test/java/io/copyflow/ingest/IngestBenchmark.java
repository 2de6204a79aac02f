package io.copyflow.ingest;

import io.copyflow.topics.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ingest held against Kafka's own {@code producer-perf-test}: the same broker, contents and
 * producer settings, in turns. Both are warmed first and run in processes of their own. What one
 * has and the other has not: ingest reads files, hashes them, writes down what was sent and commits
 * transactions; the other sends what it holds in memory, without keys.
 *
 * <pre>IngestBenchmark FOLDER [FILES] [ROUNDS] [PROPERTY=VALUE ...] [-- PROPERTY=VALUE ...] ...
 * </pre>
 *
 * <p>The files of the folder are taken again and again until there are so many. Properties are
 * those of the producer, for both; with {@code ingest.} before them, settings of ingest. {@code
 * -Dbenchmark.jvm="-Xmx512m ..."} are the options of both processes. Sets of properties, divided by
 * {@code --}, take turns in each round.
 */
public final class IngestBenchmark {

  static final String DELIMITER = "\u001e\u001d\u001e";

  /** What ingest sets where nobody says otherwise; the other gets the same. */
  private static final List<String> PRODUCER =
      List.of(
          "compression.type=lz4",
          "batch.size=262144",
          "linger.ms=20",
          "buffer.memory=67108864",
          "max.request.size=" + Topics.MAX_RECORD_BYTES);

  private static final List<String> JVM =
      List.of(System.getProperty("benchmark.jvm", "-Xmx512m").split(" "));

  private final TestBroker broker;
  private final Path work;

  private IngestBenchmark(TestBroker broker, Path work) {
    this.broker = broker;
    this.work = work;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int files = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    List<String> sets =
        List.of(Arrays.stream(arguments).skip(3).collect(Collectors.joining(" ")).split(" ?-- ?"));
    Path work = Files.createTempDirectory("benchmark");
    var broker = new TestBroker();
    try (var open = broker.opened()) {
      var benchmark = new IngestBenchmark(broker, work);
      long bytes = benchmark.prepare(Path.of(arguments[0]), files);
      System.out.printf("%d files, %.1f MB%n", files, bytes / 1e6);
      for (int i = 1; i <= rounds; i++) {
        for (String set : sets) {
          List<String> properties = set.isEmpty() ? List.of() : List.of(set.split(" "));
          System.out.printf("round %d %s: ", i, properties);
          benchmark.round(files, bytes, properties);
        }
      }
    } finally {
      delete(work);
    }
  }

  /** Lays out the files and the same contents for the other; gives the bytes. */
  private long prepare(Path folder, int files) throws IOException {
    List<Path> found;
    try (var all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).sorted().toList();
    }
    Path warm = Files.createDirectories(work.resolve("warm"));
    Path measured = Files.createDirectories(work.resolve("measured"));
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      Path file = found.get(i % found.size());
      String name = "%07d.md".formatted(i);
      Files.copy(file, measured.resolve(name));
      if (i % 4 == 0) {
        Files.copy(file, warm.resolve(name));
      }
      bytes += Files.size(file);
    }
    payloads(found.subList(0, Math.min(files, found.size())));
    return bytes;
  }

  private void payloads(List<Path> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(work.resolve("payloads"))) {
      for (Path file : files) {
        out.write(Files.readAllBytes(file));
        out.write(DELIMITER.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void round(int files, long bytes, List<String> properties) throws Exception {
    String prefix = "round" + UUID.randomUUID() + ".";
    String topic = broker.create(prefix).raw().name();
    BenchmarkRun.Taken ours =
        run(
            "ingest",
            prefix,
            work.resolve("warm").toString(),
            work.resolve("measured").toString(),
            properties);
    String other = "other" + UUID.randomUUID() + ".";
    broker.create(other);
    List<String> both = new ArrayList<>(PRODUCER);
    properties.stream().filter(one -> !one.startsWith("ingest.")).forEach(both::add);
    BenchmarkRun.Taken theirs =
        run(
            "perf",
            other + topic.substring(prefix.length()),
            work.resolve("payloads").toString(),
            Integer.toString(files),
            both);
    System.out.printf(
        "ingest %s; producer-perf-test %s; %.0f %% of its speed, %.2f x its CPU%n",
        told(ours, files, bytes),
        told(theirs, files, bytes),
        100 * theirs.seconds() / ours.seconds(),
        ours.cpuSeconds() / theirs.cpuSeconds());
  }

  private BenchmarkRun.Taken run(
      String what, String target, String first, String second, List<String> properties)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(Arrays.asList(what, broker.address(), target, first, second));
    arguments.addAll(properties);
    return BenchmarkRun.of(JVM, arguments);
  }

  private static String told(BenchmarkRun.Taken taken, int files, long bytes) {
    return "%,.0f files/s, %.1f MB/s, %.0f µs CPU a file, peak %d MiB"
        .formatted(
            files / taken.seconds(),
            bytes / 1e6 / taken.seconds(),
            taken.cpuSeconds() * 1e6 / files,
            taken.peakMiB());
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
