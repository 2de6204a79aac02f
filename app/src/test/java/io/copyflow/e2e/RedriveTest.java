package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule is too strict for the pages of two sources, and repaired: what it refused is tried again,
 * parked after the third failure, resolved in the end, and the ledger balances at each step. {@code
 * -Dredrive.files=500} for the long form.
 */
@Timeout(300)
@Tag("drill")
class RedriveTest {

  private static final int FILES = Integer.getInteger("redrive.files", 50);
  private static final int LATE = FILES / 5;

  @TempDir Path directory;

  @Test
  void repairedRule_resolvesWhatItRefused() throws Exception {
    var commands = Commands.over(directory, directory.resolve("data"));
    Path paper = source("paper", FILES - LATE);
    Path late = source("late", LATE);
    breakRules();
    commands.run("run", "--once", "-o", "json", paper.toString(), late.toString());
    balances(commands, FILES);

    assertThat(redrive(commands, "--source", "late").get("open").asInt()).isEqualTo(LATE);
    balances(commands, FILES);
    assertThat(redrive(commands, "--source", "late").get("parked").asInt()).isEqualTo(LATE);
    balances(commands, FILES);

    repairRules();
    JsonNode preview = redrive(commands, "--dry-run");
    assertThat(preview.at("/reasons/TOO_COMPLEX/ARTICLE").asInt()).isEqualTo(FILES - LATE);
    balances(commands, FILES);

    assertThat(redrive(commands, "--rate", "1000").get("resolved").asInt()).isEqualTo(FILES - LATE);
    balances(commands, LATE);
    assertThat(redrive(commands, "--parked").get("resolved").asInt()).isEqualTo(LATE);
    balances(commands, 0);
    assertThat(redrive(commands).get("requested").asInt()).isZero();

    String digest = commands.digest();
    commands.ok("rebuild", "--yes");
    commands.ok("run", "--once", "-o", "json", paper.toString(), late.toString());
    assertThat(commands.digest()).isEqualTo(digest);
  }

  private static JsonNode redrive(Commands commands, String... options) {
    var all = new ArrayList<>(List.of("dead-letters", "redrive", "-o", "json"));
    all.addAll(List.of(options));
    return Commands.json(commands.ok(all.toArray(String[]::new)));
  }

  private static void balances(Commands commands, int rejected) {
    JsonNode verified = Commands.json(commands.ok("ledger", "--verify", "-o", "json"));
    assertThat(verified.get("balanced").asBoolean()).isTrue();
    assertThat(verified.at("/outcomes/REJECTED").asInt()).isEqualTo(rejected);
  }

  private void breakRules() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "extract.max.tags=100\n");
  }

  private void repairRules() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "extract.max.tags=200000\n");
  }

  /** Pages with many tags: some are copies of another source's, some of one article. */
  private Path source(String name, int files) throws Exception {
    Path folder = Files.createDirectories(directory.resolve(name));
    for (int i = 0; i < files; i++) {
      String page =
          "<!--1936699200000-->\n[Barge %d](https://%s.example/2031/barge-%d)\n------\n\n"
              .formatted(i % 7, name, i % 20);
      String body = "<p>Barge number <b>%d</b> blocked the canal, with wheat on board.</p>\n";
      Files.writeString(
          folder.resolve("%04d.txt".formatted(i)), page + body.formatted(i % 30).repeat(60));
    }
    return folder;
  }
}
