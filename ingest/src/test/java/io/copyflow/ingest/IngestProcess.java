package io.copyflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ingest in a process of its own that tells of each file, so that a drill can kill it. */
final class IngestProcess implements AutoCloseable {

  /** A process that lives for seconds, and so without the second compiler. */
  static final List<String> SHORT_LIVED =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String REPORT = "report ";

  private final Process process;
  private final BufferedReader out;
  private String report = "";

  private IngestProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /**
   * Starts one.
   *
   * @param jvm options, behind what the command begins with
   * @param settings of ingest
   */
  static IngestProcess start(
      List<String> before,
      List<String> jvm,
      String broker,
      String prefix,
      Path folder,
      Map<String, String> settings)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), IngestProcess.class.getName()));
    command.addAll(List.of(broker, prefix, folder.toString()));
    settings.forEach((key, value) -> command.add(key + "=" + value));
    return new IngestProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Waits until it has sent so many more files. */
  void awaitFiles(int files) throws IOException {
    for (int i = 0; i < files; i++) {
      String line = out.readLine();
      if (line == null || line.startsWith(REPORT)) {
        throw new IOException("ended after " + i + " files: " + line);
      }
    }
  }

  /** {@code kill -9}; gives the exit code. */
  int kill() throws InterruptedException {
    return process.destroyForcibly().waitFor();
  }

  /** Waits for the end; gives how many it sent. */
  int finish() throws Exception {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      report = line;
    }
    if (process.waitFor() != 0) {
      throw new IOException("ended with " + process.exitValue());
    }
    return Integer.parseInt(report.substring(REPORT.length()));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Arguments: bootstrap servers, topic prefix, folder, settings as {@code key=value}. */
  public static void main(String[] args) {
    Map<String, String> values = new HashMap<>();
    Arrays.stream(args)
        .skip(3)
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(pair[0], pair[1]));
    var settings = IngestSettings.of(values, Map.of("bootstrap.servers", args[0]));
    var topics = new Topics(args[1], 3);
    try (var ingest = new Ingest(settings, topics, Wire.singleObject(), new EachFile())) {
      IngestReport report = ingest.once(List.of(Root.of(Path.of(args[2]), "inbox", true)));
      System.out.println(REPORT + report.sent());
    }
  }

  private static final class EachFile extends Lines {

    @Override
    public void done(boolean sent) {
      if (sent) {
        System.out.println("sent");
      }
    }
  }
}
