package io.copyflow.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Prometheus of its own, as Debian has it, on loopback and in a folder of the test. */
public final class Prometheus implements AutoCloseable {

  private static final Path SERVER = Path.of("/usr/bin/prometheus");
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private Prometheus(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Skips the test where Prometheus is not installed, and says so; in the gate it fails. */
  public static void need() {
    String missing =
        Stream.of(SERVER, PROMTOOL)
            .filter(tool -> !Files.isExecutable(tool))
            .map(tool -> tool + " is missing; Debian has it in prometheus. ")
            .reduce("", String::concat);
    if (System.getenv("CI") != null) {
      assertThat(missing).isEmpty();
    }
    if (!missing.isEmpty()) {
      System.out.println("skipped: " + missing);
    }
    assumeTrue(missing.isEmpty(), missing);
  }

  /** Runs promtool, which has to find nothing; returns what it says. */
  static String promtool(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROMTOOL.toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /**
   * Starts one, and waits until it answers.
   *
   * @param folder that holds {@code prometheus.yml}; its data goes there too
   */
  public static Prometheus start(Path folder) throws IOException {
    String address = "127.0.0.1:" + freePort();
    var process =
        new ProcessBuilder(
                SERVER.toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    var prometheus = new Prometheus(process, "http://" + address);
    await().atMost(PATIENCE).ignoreExceptions().until(prometheus::isReady);
    return prometheus;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean isReady() throws IOException, InterruptedException {
    return client.send(request("/-/ready"), BodyHandlers.discarding()).statusCode() == 200;
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    JsonNode answer =
        JSON.readTree(client.send(request(path), BodyHandlers.ofString(UTF_8)).body());
    assertThat(answer.path("status").asText()).as("%s: %s", path, answer).isEqualTo("success");
    return answer.get("data");
  }

  /** How many series an expression gives now. */
  public int series(String expression) throws IOException, InterruptedException {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)).get("result").size();
  }

  /** The alerts that fire now, each with its labels and annotations. */
  public List<JsonNode> firing() throws IOException, InterruptedException {
    return StreamSupport.stream(get("/api/v1/alerts").get("alerts").spliterator(), false)
        .filter(alert -> alert.get("state").asText().equals("firing"))
        .toList();
  }

  /** Waits until the alerts that fire, by name, are as they should be. */
  public List<JsonNode> awaitFiring(Duration patience, Predicate<List<String>> names) {
    return await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .until(this::firing, alerts -> names.test(alerts.stream().map(Prometheus::name).toList()));
  }

  /** An alert's name. */
  public static String name(JsonNode alert) {
    return alert.at("/labels/alertname").asText();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
