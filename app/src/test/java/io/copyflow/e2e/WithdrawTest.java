package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An article that somebody withdrew, from the command to what consumers see. */
@Timeout(180)
@Tag("drill")
class WithdrawTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
  private static final String FILE = "day-1/rfi/orchard-harvest.txt";

  @TempDir Path directory;
  private Commands commands;
  private String articleId;

  @BeforeEach
  void runOnce() {
    commands = Commands.over(directory, directory.resolve("data"));
    run(commands);
    articleId = explained().at("/outcome/articleId").asText();
  }

  @Test
  void withdrawnArticle_isOutUntilUndone_andLedgerHolds() {
    String digest = commands.digest();
    String url = explained().at("/article/url").asText();

    assertThat(commands.ok("withdraw", url, "--why", "asked to", "--who", "editor"))
        .contains(articleId + " is withdrawn");
    assertThat(commands.ok("withdraw", articleId, "--why", "again")).contains("already");
    assertThat(commands.run("ledger", "--verify").exitCode()).isEqualTo(1);
    run(commands);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    assertThat(explained().get("article").isNull()).isTrue();
    assertThat(commands.ok("explain", FILE)).contains("by editor: asked to");
    assertThat(commands.digest()).isNotEqualTo(digest);

    commands.ok("withdraw", articleId, "--undo");
    run(commands);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    assertThat(commands.digest()).isEqualTo(digest);
  }

  @Test
  void articleWithdrawnBeforeItCame_isNeverSeen() {
    commands.ok("withdraw", articleId, "--why", "asked to");
    run(commands);
    var replayed = Commands.over(directory, directory.resolve("replayed"));
    var early = replayed.run("withdraw", articleId, "--why", "asked to");
    run(replayed);

    assertThat(early.err()).contains("is not published now");
    assertThat(replayed.digest()).isEqualTo(commands.digest());
    assertThat(replayed.records("articles"))
        .noneMatch(record -> record.get("key").asText().equals(articleId));
    assertThat(replayed.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void withdrawalWithoutReasonOrArticle_isRefused() {
    assertThat(commands.run("withdraw", articleId).exitCode()).isEqualTo(2);
    assertThat(commands.run("withdraw", "orchard", "--why", "asked to").err())
        .contains("orchard is no URL and no article id");
  }

  private static void run(Commands commands) {
    commands.ok("run", "--once", "-o", "json", SAMPLES.toString());
  }

  private JsonNode explained() {
    return Commands.json(commands.ok("explain", FILE, "-o", "json")).get(0);
  }
}
