package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule is too strict for the pages of two sources, and repaired: what it refused is tried again,
 * parked after the third failure, resolved in the end, and the ledger balances at each step. On the
 * way a re-drive is killed, another has its turn taken, a third is interrupted. {@code
 * -Dredrive.files=500} for the long form.
 */
@Timeout(1200)
@Tag("drill")
class RedriveTest {

  private static final int FILES = Integer.getInteger("redrive.files", 50);
  private static final int LATE = FILES / 5;
  private static final int PAPER = FILES - LATE;
  private static final String TOO_STRICT = "extract.max.tags=100";
  private static final String ASKED = "asked to be read again";

  @TempDir Path directory;
  private OpenLine line;
  private Commands commands;

  @Test
  void repairedRule_resolvesWhatItRefused() throws Exception {
    try (var broker = OpenBroker.in(directory.resolve("broker"));
        var opened = OpenLine.on(broker, directory, "line", TOO_STRICT)) {
      line = opened;
      commands = line.commands();
      line.start();
      line.ingest(source("paper", PAPER).toString(), source("late", LATE).toString());
      balances(FILES);
      filtersChoose();
      thirdFailureParks();

      line.set();
      line.stop();
      line.start();
      assertThat(redrive("--dry-run").at("/reasons/TOO_COMPLEX/ARTICLE").asInt()).isEqualTo(PAPER);
      balances(FILES);
      killedRedrive_isGoneOnWith();
      interruptedRedrive_isGoneOnWith();
      assertThat(redrive().get("requested").asInt()).isZero();

      String digest = commands.digest();
      line.stop();
      commands.ok("rebuild", "--yes");
      commands.ok("topics", "--create");
      line.start();
      line.awaitJudged();
      assertThat(commands.digest()).isEqualTo(digest);
    }
  }

  private void filtersChoose() {
    String now = Instant.now().toString();
    assertThat(redrive("--since", now).get("requested").asInt()).isZero();
    assertThat(redrive("--until", "2001-01-01").get("requested").asInt()).isZero();
    assertThat(redrive("--reason", "NO_HEADER").get("requested").asInt()).isZero();
    JsonNode chosen =
        redrive(
            "--source", "late", "--reason", "TOO_COMPLEX", "--until", now, "--since", "2001-01-01");
    assertThat(chosen.get("open").asInt()).isEqualTo(LATE);
    balances(FILES);
  }

  private void thirdFailureParks() {
    assertThat(redrive("--source", "late").get("parked").asInt()).isEqualTo(LATE);
    balances(FILES);
  }

  /** Killed in the middle; begun again; overtaken by a third, which does the rest. */
  private void killedRedrive_isGoneOnWith() throws Exception {
    String[] slowly = slowly(PAPER);
    try (var killed = CopyflowProcess.start(line.directory(), slowly)) {
      killed.awaitStandardError(ASKED);
      assertThat(killed.kill()).as("ended by the kill").isEqualTo(128 + 9);
    }
    var overtaken = InBackground.start(line.directory(), slowly).awaitSaid(ASKED);
    JsonNode rest = redrive("--rate", "1000");

    assertThat(overtaken.exitCode()).isEqualTo(1);
    assertThat(overtaken.err()).contains("another re-drive or promotion has begun");
    assertThat(rest.get("requested").asInt()).isBetween(1, PAPER - 2);
    assertThat(rest.get("resolved")).isEqualTo(rest.get("requested"));
    balances(LATE);
  }

  private void interruptedRedrive_isGoneOnWith() {
    var interrupted =
        InBackground.start(line.directory(), slowly(LATE, "--parked")).awaitSaid(ASKED).interrupt();
    assertThat(interrupted.exitCode()).isEqualTo(130);
    int done = Commands.json(interrupted.out()).get("resolved").asInt();
    assertThat(done).isBetween(1, LATE - 1);
    balances(LATE - done);
    assertThat(redrive("--parked").get("resolved").asInt()).isEqualTo(LATE - done);
    balances(0);
  }

  /** In about ten seconds, so that there is a middle. */
  private String[] slowly(int records, String... options) {
    String rate = Integer.toString(Math.max(1, records / 10));
    var command = new ArrayList<>(List.of("dead-letters", "redrive", "-o", "json", "--rate", rate));
    command.addAll(List.of(options));
    return commands.with(command.toArray(String[]::new));
  }

  private JsonNode redrive(String... options) {
    var all = new ArrayList<>(List.of("dead-letters", "redrive", "-o", "json"));
    all.addAll(List.of(options));
    return Commands.json(commands.ok(all.toArray(String[]::new)));
  }

  private void balances(int rejected) {
    assertThat(line.verified().at("/outcomes/REJECTED").asInt()).isEqualTo(rejected);
  }

  /** On a data directory nobody else is the processor. */
  @Test
  void dataDirectory_redrivesByItself() throws Exception {
    Path settings = directory.resolve("copyflow.properties");
    Files.writeString(settings, TOO_STRICT + "\n");
    var alone = Commands.over(directory, directory.resolve("data"));
    alone.run("run", "--once", "-o", "json", source("paper", 3).toString());
    Files.writeString(settings, "");

    assertThat(alone.ok("dead-letters", "redrive")).contains("3 read again: 3 resolved");
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
