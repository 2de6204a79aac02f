package io.copyflow.ingest;

import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * What {@link IngestBenchmark} measures, in a process of its own: ingest, or Kafka's own producer
 * benchmark, warmed by a quarter of the work.
 */
final class BenchmarkRun {

  private static final String RESULT = "RESULT ";

  /**
   * What a process took for the measured part.
   *
   * @param seconds on the clock
   * @param cpuSeconds of all threads
   * @param peakMiB largest resident set of the process
   */
  record Taken(double seconds, double cpuSeconds, long peakMiB) {

    private static Optional<Taken> parse(String line) {
      if (!line.startsWith(RESULT)) {
        return Optional.empty();
      }
      String[] words = line.substring(RESULT.length()).split(" ");
      return Optional.of(
          new Taken(
              Double.parseDouble(words[0]),
              Double.parseDouble(words[1]),
              Long.parseLong(words[2])));
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private BenchmarkRun() {}

  /** Starts one and waits for its end. */
  static Taken of(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BenchmarkRun.class.getName()));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = process.inputReader()) {
      return out.lines()
          .map(Taken::parse)
          .flatMap(Optional::stream)
          .findFirst()
          .orElseThrow(() -> new IOException("ended without a result: " + arguments));
    }
  }

  /**
   * Arguments: {@code ingest BOOTSTRAP PREFIX WARM FOLDER} or {@code perf BOOTSTRAP TOPIC PAYLOADS
   * RECORDS}, {@code once BOOTSTRAP PREFIX FOLDER WHICH} without warming, then properties of the
   * producer, {@code key=value}; such as begin with {@code ingest.} are settings.
   */
  public static void main(String[] args) throws Exception {
    List<String> properties = Arrays.asList(args).subList(5, args.length);
    if (args[0].equals("once")) {
      measured(() -> ingest(args[1], args[2], args[3], properties));
    } else if (args[0].equals("ingest")) {
      ingest(args[1], args[2], args[3], properties);
      measured(() -> ingest(args[1], args[2], args[4], properties));
    } else {
      int records = Integer.parseInt(args[4]);
      perf(args[1], args[2], args[3], records / 4, properties);
      measured(() -> perf(args[1], args[2], args[3], records, properties));
    }
  }

  private static void measured(Work work) throws Exception {
    long cpu = cpuNanos();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    System.out.printf(Locale.ROOT, RESULT + "%f %f %d%n", seconds, cpuSeconds, peakMiB());
  }

  private static void ingest(String broker, String prefix, String folder, List<String> properties) {
    Map<String, String> settings = new HashMap<>();
    Map<String, String> kafka = new HashMap<>(Map.of("bootstrap.servers", broker));
    for (String property : properties) {
      String[] pair = property.split("=", 2);
      if (pair[0].startsWith("ingest.")) {
        settings.put(pair[0].substring("ingest.".length()), pair[1]);
      } else {
        kafka.put(pair[0], pair[1]);
      }
    }
    var topics = new Topics(prefix, Topics.DEFAULT_PARTITIONS);
    try (var ingest =
        new Ingest(
            IngestSettings.of(settings, kafka), topics, Wire.singleObject(), Progress.silent())) {
      IngestReport report = ingest.once(List.of(Root.of(Path.of(folder), null, true)));
      System.err.println(report);
    }
  }

  private static void perf(
      String broker, String topic, String payloads, int records, List<String> properties)
      throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--bootstrap-server", broker, "--topic", topic));
    arguments.addAll(List.of("--num-records", Integer.toString(records), "--throughput", "-1"));
    arguments.addAll(List.of("--payload-file", payloads));
    arguments.addAll(List.of("--payload-delimiter", IngestBenchmark.DELIMITER));
    List<String> producer =
        properties.stream().filter(property -> !property.startsWith("ingest.")).toList();
    if (!producer.isEmpty()) {
      arguments.add("--command-property");
      arguments.addAll(producer);
    }
    ProducerPerformance.main(arguments.toArray(String[]::new));
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static long peakMiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }
}
