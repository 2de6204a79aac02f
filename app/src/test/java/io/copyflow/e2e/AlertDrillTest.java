package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.broker.BrokerProcess;
import io.copyflow.cli.CopyflowProcess;
import io.copyflow.ops.OpsFiles;
import io.copyflow.ops.Prometheus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong raises the right alert in a live Prometheus, and clears when it is mended. The
 * rules are those that operators get, made to fire at once and to look back for seconds.
 */
@Timeout(900)
@Tag("drill")
@EnabledIfSystemProperty(named = "drill.alerts", matches = "true")
class AlertDrillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PREFIX = "drill.";
  private static final String SETTINGS = "process.threads=1\nmonitor.interval.ms=1000\n";
  private static final int POISONS = 300;

  private static final Deque<AutoCloseable> OPENED = new ArrayDeque<>();

  @TempDir static Path directory;
  private static BrokerProcess broker;
  private static CopyflowProcess processor;
  private static Commands cluster;
  private static Prometheus prometheus;

  @BeforeAll
  static void open() throws Exception {
    Prometheus.need();
    Files.writeString(directory.resolve("copyflow.properties"), SETTINGS);
    broker = opened(BrokerProcess.start(directory.resolve("broker")));
    cluster = Commands.on(directory, broker.bootstrapServer(), PREFIX);
    cluster.ok("topics", "--create");
    String state = directory.resolve("state").toString();
    processor =
        opened(CopyflowProcess.start(directory, cluster.with("process", "--state-dir", state)));
    String line = processor.awaitStandardError("metrics and health at ");
    processor.drainStandardError();
    String target = line.substring(line.indexOf("http://") + "http://".length());
    OpsFiles.write(directory, List.of(target), true);
    prometheus = opened(Prometheus.start(directory));
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable part : OPENED) {
      part.close();
    }
  }

  /** Is closed with the test, the last one first, whether or not the rest comes up. */
  private static <T extends AutoCloseable> T opened(T part) {
    OPENED.addFirst(part);
    return part;
  }

  @BeforeEach
  void beginInPeace() {
    awaitPeace();
  }

  private static void awaitPeace() {
    prometheus.awaitFiring(PATIENCE, List::isEmpty);
  }

  private static JsonNode await(String alert) {
    return prometheus.awaitFiring(PATIENCE, names -> names.contains(alert)).stream()
        .filter(one -> Prometheus.name(one).equals(alert))
        .findFirst()
        .orElseThrow();
  }

  private static void say(String what, JsonNode alert, Instant since) {
    long seconds = Duration.between(since, Instant.now()).toSeconds();
    System.out.printf(
        "drill: %s: %s after %d s: %s%n",
        what, Prometheus.name(alert), seconds, alert.at("/annotations/summary").asText());
  }

  /** Five sources have sent every half hour for two weeks; one of them stopped two hours ago. */
  @Test
  void oneOfFiveSourcesThatFallsSilent_isNamed_untilItIsBack() throws Exception {
    Instant now = Instant.now();
    try (var past = new PastArrivals(broker.bootstrapServer(), PREFIX)) {
      for (String source : List.of("agency", "blog", "broadcaster", "paper")) {
        past.write(source, now.minus(Duration.ofDays(15)), now);
      }
      past.write("wire", now.minus(Duration.ofDays(15)), now.minus(Duration.ofHours(2)));

      JsonNode alert = await("CopyflowSourceSilent");
      say("a source stopped", alert, now);
      assertThat(prometheus.firing()).hasSize(1);
      assertThat(alert.at("/labels/source").asText()).isEqualTo("wire");
      assertThat(alert.at("/annotations/summary").asText())
          .contains("wire is silent since ")
          .contains("it was due by ");

      past.write("wire", Instant.now());
    }
    awaitPeace();
  }

  @Test
  void floodOfPoison_isTold_untilItIsOver() throws Exception {
    Path flood = Files.createDirectories(directory.resolve("flood"));
    for (int i = 0; i < POISONS; i++) {
      Files.writeString(flood.resolve(i + ".txt"), "{\"number\": " + i + "}");
    }
    Instant begin = Instant.now();
    cluster.ok("ingest", flood.toString());

    say("a flood of poison", await("CopyflowPoison"), begin);
    awaitPeace();
  }

  @Test
  void processorThatStandsStill_isNamed_untilItGoesOn() throws Exception {
    Instant begin = Instant.now();
    processor.signal("STOP");
    try {
      say("a processor was stopped (SIGSTOP)", await("CopyflowDown"), begin);
    } finally {
      processor.signal("CONT");
    }
    awaitPeace();
  }

  @Test
  void brokerThatIsKilled_isMissed_untilItIsBack() throws Exception {
    Instant begin = Instant.now();
    broker.kill();
    say("the broker was killed", await("CopyflowClusterUnreachable"), begin);

    broker = opened(broker.startAgain());
    awaitPeace();
  }
}
