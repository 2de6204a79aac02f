package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that is derived from the raw topic is lost, and comes back the same.
 *
 * <p>{@code -Ddisaster.files=FOLDER} does it with other files than the samples.
 */
@Timeout(1200)
@Tag("drill")
class DisasterTest {

  private static final Path FILES =
      Path.of(System.getProperty("disaster.files", "../samples")).toAbsolutePath().normalize();

  /** What is not derived. */
  private static final Set<String> ORIGINALS =
      Set.of("line.articles.raw", "line.withdrawals", "line.documents");

  @TempDir Path directory;

  @Test
  void allThatIsDerived_comesBackFromRawAlone() throws Exception {
    try (var broker = OpenBroker.in(directory.resolve("broker"));
        var line = OpenLine.on(broker, directory, "line")) {
      Commands commands = line.commands();
      line.start();
      line.ingest(FILES.toString());
      commands.ok("withdraw", articleId(commands), "--why", "asked to");
      awaitVerified(commands);
      line.stop();
      String digest = commands.digest();
      var ledger = commands.ledger();

      List<String> lost = loseAllThatIsDerived(broker.address(), line.state());
      var restored = commands.run("replay", "--all", "--promote");

      assertThat(lost).hasSizeGreaterThan(6);
      assertThat(restored.exitCode()).as(restored.err()).isZero();
      assertThat(restored.out()).contains("all raw records are judged anew");
      assertThat(commands.digest()).isEqualTo(digest);
      assertThat(commands.ledger()).isEqualTo(ledger);
      assertThat(commands.ok("ledger", "--verify")).contains("balances");
      System.out.printf("disaster: %s came back as %s%n", FILES.getFileName(), digest);
    }
  }

  private static String articleId(Commands commands) {
    return Commands.json(commands.ok("consume", "articles", "--limit", "1"))
        .get("articleId")
        .asText();
  }

  private static void awaitVerified(Commands commands) {
    await()
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(() -> assertThat(commands.run("ledger", "--verify").exitCode()).isZero());
  }

  private static List<String> loseAllThatIsDerived(String bootstrapServer, Path state)
      throws Exception {
    List<String> lost;
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer))) {
      lost =
          admin.listTopics().names().get().stream()
              .filter(name -> !ORIGINALS.contains(name))
              .toList();
      admin.deleteTopics(lost).all().get();
    }
    delete(state);
    return lost;
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
