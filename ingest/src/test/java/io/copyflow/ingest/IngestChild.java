package io.copyflow.ingest;

import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An ingest in a process of its own, to be killed: it sends some files and never commits. */
final class IngestChild extends Lines {

  private final int files;
  private int done;

  private IngestChild(int files) {
    this.files = files;
  }

  /** Arguments: bootstrap servers, topic prefix, folder, after how many files to stand still. */
  public static void main(String[] args) {
    var settings =
        IngestSettings.of(
            Map.of("commit.files", "100000", "commit.interval.ms", "5000"),
            Map.of("bootstrap.servers", args[0]));
    var topics = new Topics(args[1], 3);
    var progress = new IngestChild(Integer.parseInt(args[3]));
    try (var ingest = new Ingest(settings, topics, Wire.singleObject(), progress)) {
      ingest.once(List.of(Root.of(Path.of(args[2]), null, true)));
    }
  }

  static Process start(TestBroker broker, String prefix, Path folder, int files)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IngestChild.class.getName(),
            broker.address(),
            prefix,
            folder.toString(),
            Integer.toString(files))
        .inheritIO()
        .start();
  }

  @Override
  public void done(boolean sent) {
    if (++done == files) {
      standStill();
    }
  }

  private static void standStill() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void says(String line) {
    System.err.println(line);
  }
}
