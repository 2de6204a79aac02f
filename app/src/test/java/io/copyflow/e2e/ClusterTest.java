package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copyflow.cli.CopyflowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ingest and processors as processes of their own against one broker, some of them dying. */
@Timeout(240)
@Tag("drill")
class ClusterTest {

  private static final int FILES = 800;
  private static final long SEED = Long.getLong("drill.seed", new Random().nextInt(1_000_000));
  private static final String PREFIX = "cluster.";
  private static final String SETTINGS =
      """
      commit.files=50
      process.threads=1
      process.session.timeout.ms=6000
      """;

  @TempDir Path directory;

  @Test
  void dyingInstances_agreeWithASingleProcess() throws Exception {
    System.out.printf("cluster: seed %d%n", SEED);
    Path news = NewsFolder.write(directory.resolve("news"), FILES, SEED);
    String expected = digestOfASingleProcess(news);
    Files.writeString(directory.resolve("copyflow.properties"), SETTINGS);

    try (var broker = OpenBroker.in(directory.resolve("broker"))) {
      var cluster = Commands.on(directory, broker.address(), PREFIX);
      cluster.ok("topics", "--create");
      runWithDeaths(cluster, broker, news, expected);

      assertThat(cluster.ok("ledger", "--verify")).contains("balances");
      assertThat(cluster.ledger().get("raw").asInt()).isEqualTo(FILES);
    }
  }

  /** One partition and three threads, where the cluster has four and two times one. */
  private String digestOfASingleProcess(Path news) throws IOException {
    Path alone = Files.createDirectories(directory.resolve("alone"));
    Files.writeString(alone.resolve("copyflow.properties"), "partitions=1\nprocess.threads=3\n");
    var commands = Commands.over(alone, alone.resolve("data"));
    commands.ok("run", "--once", "-o", "json", news.toString());
    return commands.digest();
  }

  private void runWithDeaths(Commands cluster, OpenBroker broker, Path news, String expected)
      throws Exception {
    try (var first = start(cluster, "one");
        var second = start(cluster, "two");
        var seen = Committed.on(broker.address(), PREFIX)) {
      first.awaitStandardError("processing " + PREFIX);
      second.awaitStandardError("processing " + PREFIX);
      awaitWorkForBoth(broker);
      try (var ingest = CopyflowProcess.start(directory, cluster.with("ingest", news + ""))) {
        die(first, seen, FILES / 2);
        try (var firstAgain = start(cluster, "one")) {
          die(second, seen, FILES);
          deleteState("two");
          try (var secondAgain = start(cluster, "two")) {
            awaitDigest(cluster, expected);
            assertThat(ingest.exitCode()).isZero();
            assertThat(interrupt(firstAgain) + " " + interrupt(secondAgain)).isEqualTo("130 130");
          }
        }
      }
    }
  }

  private CopyflowProcess start(Commands cluster, String name) throws IOException {
    return CopyflowProcess.start(
        directory, cluster.with("process", "--state-dir", state(name) + ""));
  }

  private Path state(String name) {
    return directory.resolve("state-" + name);
  }

  /** A processor that has nothing to do could die unnoticed. */
  private static void awaitWorkForBoth(OpenBroker broker) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              admin.describeConsumerGroups(List.of("copyflow")).all().get().values().stream()
                      .flatMap(group -> group.members().stream())
                      .filter(member -> !member.assignment().topicPartitions().isEmpty())
                      .count()
                  == 2);
    }
  }

  private static void die(CopyflowProcess processor, Committed seen, int progress)
      throws Exception {
    seen.awaitProgress(progress, processor);
    assertThat(processor.kill()).isEqualTo(128 + 9);
    System.out.printf("cluster: killed a processor at %s of %d files%n", seen.count(), FILES);
    assertThat(seen.count().outcomes()).as("work was left").isLessThan(FILES);
  }

  private void deleteState(String name) throws IOException {
    try (var all = Files.walk(state(name))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void awaitDigest(Commands cluster, String expected) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(cluster.digest()).isEqualTo(expected));
  }

  private static int interrupt(CopyflowProcess process) throws Exception {
    process.signal("INT");
    return process.exitCode();
  }
}
