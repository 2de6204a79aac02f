package io.copyflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An ingest in a process of its own that tells of each file, so that a drill can kill it. */
final class IngestProcess implements AutoCloseable {

  private static final String REPORT = "report ";

  private final Process process;
  private final BufferedReader out;
  private String report = "";

  private IngestProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static IngestProcess start(String broker, String prefix, Path folder) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IngestProcess.class.getName(),
            broker,
            prefix,
            folder.toString());
    return new IngestProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Waits until it has looked at so many more files. */
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

  /** Arguments: bootstrap servers, topic prefix, folder. */
  public static void main(String[] args) {
    var settings =
        IngestSettings.of(Map.of("commit.files", "50"), Map.of("bootstrap.servers", args[0]));
    var topics = new Topics(args[1], 3);
    try (var ingest = new Ingest(settings, topics, Wire.singleObject(), new EachFile())) {
      IngestReport report = ingest.once(List.of(Root.of(Path.of(args[2]), "inbox", true)));
      System.out.println(REPORT + report.sent());
    }
  }

  private static final class EachFile implements Progress {

    @Override
    public void found(long files) {}

    @Override
    public void done(boolean sent, long bytes) {
      if (sent) {
        System.out.println("sent");
      }
    }

    @Override
    public void says(String line) {}

    @Override
    public void close() {}
  }
}
