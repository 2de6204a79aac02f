package io.copyflow.e2e;

import static io.copyflow.e2e.RuledNews.CAPTIONS;
import static io.copyflow.e2e.RuledNews.CREDITS;
import static io.copyflow.e2e.RuledNews.EARLIER;
import static io.copyflow.e2e.RuledNews.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import io.copyflow.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
  private static final int EACH = Integer.getInteger("promotion.files", 330) / 3;

  private static final String[] PROMOTE = {
    "replay", "--rate", "0", "--promote", "-o", "json", "--profiles"
  };

  @TempDir Path directory;
  private Commands commands;
  private OpenBroker broker;
  private LiveProcessor live;
  private String[] sources;

  @BeforeEach
  void runByTheEarlierRules() throws Exception {
    Files.writeString(
        directory.resolve("copyflow.properties"), "process.session.timeout.ms=6000\n");
    sources = RuledNews.write(directory, EACH);
    commands = over("data");
    broker = OpenBroker.in(directory.resolve("data"));
  }

  @AfterEach
  void close() throws Exception {
    if (live != null) {
      live.close();
    }
    broker.close();
  }

  @Test
  void killedPromotion_endsAsAnUndisturbedOne_andCanBeRolledBack() throws Exception {
    String before = commands.digest();
    live = LiveProcessor.start(directory, commands, EARLIER);
    awaitProcessor();
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
    live = LiveProcessor.start(directory, commands, LATER);
    awaitProcessor();

    commands.ok(with(PROMOTE, LATER, "--source", CAPTIONS));

    assertThat(reprocessed("articles"))
        .hasSize(EACH)
        .allMatch(document -> document.startsWith(CAPTIONS));
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  /** Kills a promotion once it has asked for some. */
  private void killInTheMiddle() throws Exception {
    // The data directory's lock is this process's, and no other's to ask.
    var cluster = Commands.on(directory, broker.address(), Topics.DEFAULT_PREFIX);
    try (var promotion =
        CopyflowProcess.start(
            directory, cluster.with(with(PROMOTE, LATER, "--state-dir", state().toString())))) {
      promotion.awaitStandardError("asked for ");
      assertThat(promotion.kill()).as("ended by the kill").isEqualTo(128 + 9);
    }
    assertThat(commands.ok("replay", "list")).contains("PROMOTING");
  }

  private JsonNode promote(String rules) {
    return Commands.json(commands.ok(with(PROMOTE, rules)));
  }

  private void restart(String rules) throws Exception {
    live.close();
    live = LiveProcessor.start(directory, commands, rules);
    awaitProcessor();
  }

  /** The members of the group say their rules once they have joined. */
  private void awaitProcessor() throws Exception {
    try (var group = new Group(broker.address(), Topics.DEFAULT_PREFIX)) {
      group.awaitSoleOwner(state());
    }
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

  private String digestOfAFreshRun(String rules) {
    var fresh = Commands.over(directory, directory.resolve("fresh"));
    fresh.ok(with(run(), rules, sources));
    return fresh.digest();
  }

  private Path state() {
    return directory.resolve("data").resolve("state");
  }

  private Commands over(String data) {
    var made = Commands.over(directory, directory.resolve(data));
    made.ok(with(run(), EARLIER, sources));
    return made;
  }

  private static String[] run() {
    return new String[] {"run", "--once", "-o", "json", "--profiles"};
  }

  private static String[] with(String[] command, String rules, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.add(rules);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
