package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An article that somebody withdrew, from the command to what consumers see. */
@Timeout(180)
@Tag("drill")
class WithdrawTest {

  private static final String SAMPLES = Path.of("../samples").toAbsolutePath().toString();
  private static final String FILE = "day-1/rfi/orchard-harvest.txt";

  @TempDir Path directory;

  @Test
  void withdrawnArticle_isOutUntilUndone_alsoWhereItComesLater() throws Exception {
    try (var broker = OpenBroker.in(directory.resolve("broker"));
        var line = OpenLine.on(broker, directory, "first");
        var later = OpenLine.on(broker, directory, "second")) {
      line.start();
      line.ingest(SAMPLES);
      line.stop();
      String digest = line.commands().digest();
      String articleId = withdraw(line.commands());
      line.start();
      awaitVerified(line.commands());
      assertThat(explained(line.commands()).get("article").isNull()).isTrue();
      assertThat(line.commands().ok("explain", FILE)).contains("by editor: asked to");
      String without = line.commands().digest();
      assertThat(without).isNotEqualTo(digest);

      withdrawBeforeItComes(later, articleId);
      assertThat(later.commands().digest()).isEqualTo(without);

      line.commands().ok("withdraw", articleId, "--undo");
      awaitVerified(line.commands());
      assertThat(line.commands().digest()).isEqualTo(digest);
    }
  }

  /** Nobody works on it yet, so the ledger does not hold. */
  private static String withdraw(Commands commands) {
    JsonNode explained = explained(commands);
    String articleId = explained.at("/outcome/articleId").asText();
    String url = explained.at("/article/url").asText();
    assertThat(commands.run("withdraw", articleId).exitCode()).as("without a reason").isEqualTo(2);
    assertThat(commands.run("withdraw", "orchard", "--why", "asked to").err())
        .contains("orchard is no URL and no article id");
    assertThat(commands.ok("withdraw", url, "--why", "asked to", "--who", "editor"))
        .contains(articleId + " is withdrawn");
    assertThat(commands.ok("withdraw", articleId, "--why", "again")).contains("already");
    assertThat(commands.run("ledger", "--verify").exitCode()).isEqualTo(1);
    return articleId;
  }

  private static void withdrawBeforeItComes(OpenLine line, String articleId) {
    var early = line.commands().run("withdraw", articleId, "--why", "asked to");
    assertThat(early.err()).contains("is not published now");
    line.start();
    line.ingest(SAMPLES);
    assertThat(line.commands().records("articles"))
        .noneMatch(record -> record.get("key").asText().equals(articleId));
    assertThat(line.commands().ok("ledger", "--verify")).contains("balances");
  }

  private static void awaitVerified(Commands commands) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(commands.run("ledger", "--verify").exitCode()).isZero());
  }

  private static JsonNode explained(Commands commands) {
    return Commands.json(commands.ok("explain", FILE, "-o", "json")).get(0);
  }
}
