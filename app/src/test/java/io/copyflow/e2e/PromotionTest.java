package io.copyflow.e2e;

import static io.copyflow.e2e.RuledNews.CAPTIONS;
import static io.copyflow.e2e.RuledNews.CREDITS;
import static io.copyflow.e2e.RuledNews.EARLIER;
import static io.copyflow.e2e.RuledNews.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other rules made live on a real broker: exactly what they change is written, also when it was
 * killed in the middle; and back again.
 *
 * <p>{@code -Dpromotion.files=20000} makes it longer.
 */
@Timeout(1200)
@Tag("drill")
class PromotionTest {

  /** Of each of three sources, two of which change. */
  private static final int EACH = Integer.getInteger("promotion.files", 240) / 3;

  private static final String[] PROMOTE = {
    "replay", "--rate", "0", "--promote", "-o", "json", "--profiles"
  };

  @TempDir static Path directory;
  private static OpenBroker broker;
  private static String[] sources;
  private OpenLine line;
  private Commands commands;

  @BeforeAll
  static void open() throws Exception {
    sources = RuledNews.write(directory, EACH);
    broker = OpenBroker.in(directory.resolve("broker"));
  }

  @AfterAll
  static void shut() {
    broker.close();
  }

  @BeforeEach
  void runByTheEarlierRules(TestInfo test) throws Exception {
    line = line(test.getTestMethod().orElseThrow().getName().replaceAll("_.*", ""));
    commands = line.commands();
    line.start("--profiles", folder(EARLIER));
    line.ingest(sources);
  }

  @AfterEach
  void close() throws Exception {
    line.close();
  }

  @Test
  void killedPromotion_endsAsAnUndisturbedOne_andCanBeRolledBack() throws Exception {
    String before = commands.digest();
    var refused = commands.run(with(PROMOTE, LATER));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("the live processors run by rules");
    restart(LATER);

    killInTheMiddle();
    JsonNode promoted = promote(LATER);

    assertThat(promoted.at("/promoted/left").asInt()).isZero();
    assertThat(reprocessed("articles"))
        .hasSize(2 * EACH)
        .doesNotHaveDuplicates()
        .allMatch(document -> document.startsWith(CAPTIONS) || document.startsWith(CREDITS));
    assertThat(reprocessed("outcomes")).hasSize(2 * EACH).doesNotHaveDuplicates();
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    assertThat(commands.ok("replay", "list")).contains("PROMOTED").doesNotContain("READY");
    assertThat(commands.digest()).isNotEqualTo(before).isEqualTo(digestOfAFreshRun(LATER));

    restart(EARLIER);
    JsonNode back = promote(EARLIER);

    assertThat(back.at("/promoted/requested").asInt()).isEqualTo(2 * EACH);
    assertThat(commands.digest()).isEqualTo(before);
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void filteredPromotion_leavesTheRestAsItIs() throws Exception {
    restart(LATER);

    commands.ok(with(PROMOTE, LATER, "--source", CAPTIONS));

    assertThat(reprocessed("articles"))
        .hasSize(EACH)
        .allMatch(document -> document.startsWith(CAPTIONS));
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  /** Kills a promotion once it has asked for some. */
  private void killInTheMiddle() throws Exception {
    try (var promotion =
        CopyflowProcess.start(line.directory(), commands.with(with(PROMOTE, LATER)))) {
      promotion.awaitStandardError("asked for ");
      assertThat(promotion.kill()).as("ended by the kill").isEqualTo(128 + 9);
    }
    assertThat(commands.ok("replay", "list")).contains("PROMOTING");
  }

  private JsonNode promote(String rules) {
    return Commands.json(commands.ok(with(PROMOTE, rules)));
  }

  private void restart(String rules) throws Exception {
    line.stop();
    line.start("--profiles", folder(rules));
  }

  /** The documents of the records that were written because of a promotion. */
  private List<String> reprocessed(String topic) {
    return commands.records(topic).stream()
        .map(record -> record.get("value"))
        .filter(value -> value.path("cause").asText().equals("REPROCESS"))
        .map(value ->
            value.at("/document/source").asText() + "/" + value.at("/document/path").asText())
        .toList();
  }

  private static String digestOfAFreshRun(String rules) throws Exception {
    try (var fresh = line("fresh")) {
      fresh.start("--profiles", folder(rules));
      fresh.ingest(sources);
      return fresh.commands().digest();
    }
  }

  private static OpenLine line(String name) throws Exception {
    return OpenLine.on(broker, directory, name, "process.session.timeout.ms=6000");
  }

  private static String folder(String rules) {
    return directory.resolve(rules).toString();
  }

  private static String[] with(String[] command, String rules, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.add(folder(rules));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
