package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed at random moments and started again ends as one that nobody disturbed.
 *
 * <p>{@code -Ddrill.kills=10 -Ddrill.files=FOLDER} makes it longer, {@code -Ddrill.seed=N} repeats
 * its files and its moments; how threads interleave is chance each time.
 */
@Timeout(1200)
@Tag("drill")
class KillDrillTest {

  private static final int KILLS = Integer.getInteger("drill.kills", 3);
  private static final long SEED = Long.getLong("drill.seed", new Random().nextInt(1_000_000));
  private static final String FOLDER = System.getProperty("drill.files", "");
  private static final int FILES = 1_000;

  /** Kills come while no more than this part is judged, so that each finds something to do. */
  private static final double UNFINISHED = 0.7;

  @TempDir Path directory;
  private final Random random = new Random(SEED);
  private String folder;
  private int files;

  @BeforeEach
  void writeFiles() throws IOException {
    System.out.printf("drill: seed %d, %d kills%n", SEED, KILLS);
    // Small commits of ingest, so that kills fall between and inside several.
    Files.writeString(directory.resolve("copyflow.properties"), "commit.files=50\n");
    Path written =
        FOLDER.isEmpty()
            ? NewsFolder.write(directory.resolve("news"), FILES, SEED)
            : Path.of(FOLDER).toAbsolutePath();
    folder = written.toString();
    try (var all = Files.walk(written)) {
      files = (int) all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void killedRun_endsAsAnUndisturbedOne() throws Exception {
    var calm = Commands.over(directory, directory.resolve("calm"));
    JsonNode expected = Commands.json(calm.ok("run", "--once", "-o", "json", folder));
    var drilled = Commands.over(directory, directory.resolve("drilled"));

    var kills = new ArrayList<Committed.Count>();
    for (int i = 0; i < KILLS; i++) {
      kills.add(kill(drilled, moment(i)));
    }
    JsonNode ledger = Commands.json(drilled.ok("run", "--once", "-o", "json", folder));

    assertThat(kills).allMatch(seen -> seen.outcomes() < files).anyMatch(Committed.Count::inFlight);
    assertThat(ledger).isEqualTo(expected);
    assertThat(ledger.get("raw").asInt()).isEqualTo(files);
    // One start of the broker for all that is asked of it.
    try (var broker = OpenBroker.in(directory.resolve("drilled"))) {
      System.out.printf("drill: holding the end at %s against the undisturbed%n", broker.address());
      assertThat(drilled.ok("ledger", "--verify")).contains("balances");
      assertThat(versions(drilled)).hasSize(files).doesNotHaveDuplicates();
      assertThat(drilled.digest()).isEqualTo(calm.digest());
    }
  }

  /**
   * A random moment in the part of the way that belongs to a kill, as records committed so far: a
   * third of the kills while files are sent, the others while they are judged.
   */
  private int moment(int kill) {
    int sending = Math.max(1, KILLS / 3);
    double way =
        kill < sending
            ? (kill + random.nextDouble()) / sending
            : 1 + UNFINISHED * (kill - sending + random.nextDouble()) / (KILLS - sending);
    return 1 + (int) (files * way);
  }

  /** Starts a run, kills it at a moment, and tells what it had committed by then. */
  private Committed.Count kill(Commands commands, int progress) throws Exception {
    try (var run =
        CopyflowProcess.start(directory, commands.with("run", "--once", "-o", "json", folder))) {
      String line = run.awaitStandardError("broker at ");
      String broker = line.replaceFirst(".*broker at ([^,]+),.*", "$1");
      try (var committed = Committed.on(broker, Topics.DEFAULT_PREFIX)) {
        committed.awaitProgress(progress, run);
        assertThat(run.kill()).as("ended by the kill").isEqualTo(128 + 9);
        System.out.printf("drill: killed at %s of %d files%n", committed.count(), files);
        return committed.count();
      }
    }
  }

  /** Every file version on the raw topic, by its document and the hash of its bytes. */
  private static List<String> versions(Commands commands) {
    return commands.records("raw").stream()
        .map(raw -> raw.get("key").asText() + " " + raw.at("/value/sha256").asText())
        .toList();
  }
}
