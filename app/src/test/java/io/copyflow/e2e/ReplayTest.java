package io.copyflow.e2e;

import static io.copyflow.e2e.RuledNews.CAPTIONS;
import static io.copyflow.e2e.RuledNews.CREDITS;
import static io.copyflow.e2e.RuledNews.EARLIER;
import static io.copyflow.e2e.RuledNews.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other rules beside the live ones, on a real broker: what is shown, and what is left behind. */
@Timeout(180)
@Tag("drill")
class ReplayTest {

  private static final int EACH = 5;

  @TempDir Path directory;
  private Path data;
  private Commands commands;
  private OpenBroker broker;
  private Admin admin;

  @BeforeEach
  void runByTheEarlierRules() throws Exception {
    data = directory.resolve("data");
    commands = Commands.over(directory, data);
    var run = new ArrayList<>(List.of("run", "--once", "-o", "json", "--profiles", EARLIER));
    run.addAll(List.of(RuledNews.write(directory, EACH)));
    commands.ok(run.toArray(String[]::new));
    broker = OpenBroker.in(data);
    admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
  }

  @AfterEach
  void close() {
    admin.close();
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
    assertThat(groups()).containsExactly("copyflow");
    assertThat(data.resolve("state").resolve("generations")).doesNotExist();
    assertThat(commands.ok("replay", "list")).contains("no generation");
    assertThat(dryRun()).as("the same bytes once more").isEqualTo(first);
  }

  @Test
  void filteredReplay_staysUntilItIsDiscarded() throws Exception {
    Map<TopicPartition, Long> before = ends();
    String captions =
        commands.ok("replay", "--rate", "0", "--profiles", LATER, "--source", CAPTIONS);

    assertThat(captions).contains("5 raw records compared: 5 are read otherwise");
    assertThat(commands.ok("replay", "list")).contains("READY", "source captions");
    JsonNode generation = Commands.json(commands.ok("replay", "list", "-o", "json")).get(0);
    String id = generation.get("id").asText();
    assertThat(commands.ok("replay", "diff", id, "--profiles", LATER)).isEqualTo(captions);
    assertThat(groups()).contains("copyflow-" + id);

    assertThat(commands.ok("replay", "discard", id)).contains(id + " is discarded");

    assertThat(ends()).isEqualTo(before);
    assertThat(groups()).containsExactly("copyflow");
    assertThat(data.resolve("state").resolve("generations")).doesNotExist();
    assertThat(commands.ok("replay", "list")).contains("no generation");
  }

  private String dryRun() {
    return commands.ok("replay", "--rate", "0", "--profiles", LATER, "--dry-run", "-o", "json");
  }

  /** Where every topic ends, but for the record that replays are made. */
  private Map<TopicPartition, Long> ends() throws Exception {
    var latest = new TreeMap<TopicPartition, OffsetSpec>(this::compare);
    var names = admin.listTopics().names().get();
    admin
        .describeTopics(names)
        .allTopicNames()
        .get()
        .forEach((name, topic) ->
            topic.partitions().stream()
                .filter(partition -> !name.equals("copyflow.generations"))
                .forEach(partition ->
                    latest.put(
                        new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
    var ends = new TreeMap<TopicPartition, Long>(this::compare);
    admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  private int compare(TopicPartition one, TopicPartition other) {
    return one.toString().compareTo(other.toString());
  }

  private TreeSet<String> groups() throws Exception {
    var groups = new TreeSet<String>();
    admin.listGroups().all().get().forEach(group -> groups.add(group.groupId()));
    return groups;
  }
}
