package io.copyflow.e2e;

import static io.copyflow.e2e.RuledNews.CAPTIONS;
import static io.copyflow.e2e.RuledNews.CREDITS;
import static io.copyflow.e2e.RuledNews.EARLIER;
import static io.copyflow.e2e.RuledNews.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other rules beside the live ones, on a real broker: what is shown, and what is left behind. */
@Timeout(180)
@Tag("drill")
class ReplayTest {

  private static final int EACH = 5;

  @TempDir static Path directory;
  private static OpenBroker broker;
  private static OpenLine line;
  private static Commands commands;
  private static Admin admin;
  private static String later;

  /** Once for all: none of the replays leaves anything behind. */
  @BeforeAll
  static void runByTheEarlierRules() throws Exception {
    broker = OpenBroker.in(directory.resolve("broker"));
    line = OpenLine.on(broker, directory, "line");
    commands = line.commands();
    later = directory.resolve(LATER).toString();
    String[] sources = RuledNews.write(directory, EACH);
    line.start("--profiles", directory.resolve(EARLIER).toString());
    line.ingest(sources);
    line.stop();
    admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
  }

  @AfterAll
  static void close() throws Exception {
    admin.close();
    line.close();
    broker.close();
  }

  @Test
  void dryRun_showsWhatWouldChange_andLeavesNothing() throws Exception {
    Map<TopicPartition, Long> before = ends();
    String first = dryRun();

    JsonNode diff = Commands.json(first);
    assertThat(diff.get("compared").asInt()).isEqualTo(3 * EACH);
    assertThat(diff.get("otherReading").asInt()).isEqualTo(2 * EACH);
    assertThat(diff.at("/byPublisher/" + RuledNews.domain(CAPTIONS)).toString())
        .isEqualTo("{\"images.caption\":{\"changed\":0,\"appeared\":5,\"vanished\":0}}");
    assertThat(diff.at("/byPublisher/" + RuledNews.domain(CREDITS) + "/text/changed").asInt())
        .isEqualTo(EACH);
    assertThat(diff.at("/worst/0/fields/text/lost/0").asText()).startsWith("Boat number");
    assertThat(ends()).isEqualTo(before);
    assertThat(groups()).containsExactly("line");
    assertThat(line.state().resolve("generations")).doesNotExist();
    assertThat(commands.ok("replay", "list")).contains("no generation");
    assertThat(dryRun()).as("the same bytes once more").isEqualTo(first);
  }

  @Test
  void filteredReplay_staysUntilItIsDiscarded() throws Exception {
    Map<TopicPartition, Long> before = ends();
    String captions =
        commands.ok("replay", "--rate", "0", "--profiles", later, "--source", CAPTIONS);

    assertThat(captions).contains("5 raw records compared: 5 are read otherwise");
    assertThat(commands.ok("replay", "list")).contains("READY", "source captions");
    JsonNode generation = Commands.json(commands.ok("replay", "list", "-o", "json")).get(0);
    String id = generation.get("id").asText();
    assertThat(commands.ok("replay", "diff", id, "--profiles", later)).isEqualTo(captions);
    assertThat(groups()).contains("line-" + id);

    assertThat(commands.ok("replay", "discard", id)).contains(id + " is discarded");

    assertThat(ends()).isEqualTo(before);
    assertThat(groups()).containsExactly("line");
    assertThat(line.state().resolve("generations")).doesNotExist();
    assertThat(commands.ok("replay", "list")).contains("no generation");
  }

  @Test
  void interruptedReplay_isListed_andGoneOnWith() throws Exception {
    Map<TopicPartition, Long> before = ends();
    String undisturbed = dryRun();

    var interrupted =
        InBackground.start(
                line.directory(),
                commands.with("replay", "--rate", "1", "--profiles", later, "--dry-run"))
            .awaitSaid("reads");
    await().atMost(Duration.ofMinutes(1)).until(ReplayTest::keepsState);
    interrupted.interrupt();

    assertThat(interrupted.exitCode()).isEqualTo(130);
    assertThat(interrupted.err()).contains("interrupted; the same command goes on");
    assertThat(commands.ok("replay", "list")).contains("RUNNING");
    line.set("dedup.window.days=30");
    var refused = commands.run("replay", "--profiles", later, "--dry-run");
    line.set();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("other dedup settings", "copyflow replay discard g")
        .doesNotContain("rebuild");
    assertThat(dryRun()).as("gone on with").isEqualTo(undisturbed);
    assertThat(ends()).isEqualTo(before);
    assertThat(commands.ok("replay", "list")).contains("no generation");
  }

  private static boolean keepsState() throws Exception {
    return admin.listTopics().names().get().stream()
        .anyMatch(name -> name.startsWith("line-g") && name.contains("-histories-"));
  }

  private static String dryRun() {
    return commands.ok("replay", "--rate", "0", "--profiles", later, "--dry-run", "-o", "json");
  }

  /** Where every topic ends, but for the record that replays are made. */
  private static Map<TopicPartition, Long> ends() throws Exception {
    var latest = new TreeMap<TopicPartition, OffsetSpec>(ReplayTest::compare);
    var names = admin.listTopics().names().get();
    admin
        .describeTopics(names)
        .allTopicNames()
        .get()
        .forEach((name, topic) ->
            topic.partitions().stream()
                .filter(partition -> !name.equals("line.generations"))
                .forEach(partition ->
                    latest.put(
                        new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
    var ends = new TreeMap<TopicPartition, Long>(ReplayTest::compare);
    admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  private static int compare(TopicPartition one, TopicPartition other) {
    return one.toString().compareTo(other.toString());
  }

  private static TreeSet<String> groups() throws Exception {
    var groups = new TreeSet<String>();
    admin.listGroups().all().get().forEach(group -> groups.add(group.groupId()));
    return groups;
  }
}
