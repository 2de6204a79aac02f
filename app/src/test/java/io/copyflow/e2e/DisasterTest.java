package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
      Set.of("copyflow.articles.raw", "copyflow.withdrawals", "copyflow.documents");

  @TempDir Path directory;

  @Test
  void allThatIsDerived_comesBackFromRawAlone() throws Exception {
    Path data = directory.resolve("data");
    var commands = Commands.over(directory, data);
    commands.ok("run", "--once", "-o", "json", FILES.toString());
    commands.ok("withdraw", articleId(commands), "--why", "asked to");
    commands.ok("run", "--once", "-o", "json", FILES.toString());
    String digest = commands.digest();
    var ledger = commands.ledger();

    List<String> lost = loseAllThatIsDerived(data);
    var restored = commands.run("replay", "--all", "--promote");

    assertThat(lost).hasSizeGreaterThan(6);
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("all raw records are judged anew");
    assertThat(commands.digest()).isEqualTo(digest);
    assertThat(commands.ledger()).isEqualTo(ledger);
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    System.out.printf("disaster: %s came back as %s%n", FILES.getFileName(), digest);
  }

  private static String articleId(Commands commands) {
    return Commands.json(commands.ok("consume", "articles", "--limit", "1"))
        .get("articleId")
        .asText();
  }

  private static List<String> loseAllThatIsDerived(Path data) throws Exception {
    List<String> lost;
    try (var broker = OpenBroker.in(data);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      lost =
          admin.listTopics().names().get().stream()
              .filter(name -> !ORIGINALS.contains(name))
              .collect(Collectors.toList());
      admin.deleteTopics(lost).all().get();
    }
    delete(data.resolve("state"));
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
