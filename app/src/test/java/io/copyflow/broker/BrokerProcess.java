package io.copyflow.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, so that a test can kill it. */
public final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final Path data;
  private final String bootstrapServer;

  private BrokerProcess(Process process, Path data, String bootstrapServer) {
    this.process = process;
    this.data = data;
    this.bootstrapServer = bootstrapServer;
  }

  /** Starts one and returns when it takes requests. */
  public static BrokerProcess start(Path data) {
    return start(data, "0");
  }

  /** One that was killed, with its data and at its address. */
  public BrokerProcess startAgain() {
    return start(data, bootstrapServer.substring(bootstrapServer.lastIndexOf(':') + 1));
  }

  private static BrokerProcess start(Path data, String port) {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BrokerProcess.class.getName(),
                  data.toString(),
                  port)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      return new BrokerProcess(process, data, String.valueOf(out.readLine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address for clients. */
  public String bootstrapServer() {
    return bootstrapServer;
  }

  long pid() {
    return process.pid();
  }

  /** {@code kill -9}, and waits until the operating system has taken the process away. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  public static void main(String[] args) throws Exception {
    try (var data = DataDirectory.open(Path.of(args[0]));
        var broker = EmbeddedBroker.start(data, Integer.parseInt(args[1]), BrokerProcess::failed)) {
      System.out.println(broker.bootstrapServer());
      new CountDownLatch(1).await();
    }
  }

  private static void failed(String line) {
    System.err.println(line);
  }
}
