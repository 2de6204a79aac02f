package io.copyflow.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Apicurio Registry in a process of its own, with storage in memory, on a free loopback port; the
 * profile {@code registry} unpacks it.
 */
final class ApicurioRegistry implements AutoCloseable {

  private static final Path JAR = Path.of("target", "apicurio", "quarkus-run.jar");
  private static final Path LOG = Path.of("target", "apicurio.log");

  private final Process process;
  private final URI url;

  private ApicurioRegistry(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one and waits until it answers. */
  static ApicurioRegistry start() throws IOException {
    int port = freePort();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-jar",
                JAR.toString())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    var registry =
        new ApicurioRegistry(process, URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7"));
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await("Apicurio Registry, see " + LOG)
        .atMost(Duration.ofMinutes(3))
        .until(registry::answers);
    return registry;
  }

  URI url() {
    return url;
  }

  /** Sends a request of the REST API; the answer's body. */
  String send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    try {
      return send("GET", "/subjects", "").startsWith("[");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
