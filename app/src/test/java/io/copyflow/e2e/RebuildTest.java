package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State that this version cannot go on with is refused, and what the refusal names helps. */
@Timeout(180)
@Tag("drill")
class RebuildTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  @TempDir Path directory;
  private Commands commands;

  @BeforeEach
  void runOnce() {
    commands = Commands.over(directory, directory.resolve("data"));
    commands.ok("run", "--once", "-o", "json", SAMPLES.toString());
  }

  @Test
  void stateOfAnotherLayout_isRefusedUntilRebuilt() throws Exception {
    String digest = commands.digest();
    onCluster(admin ->
        admin
            .createTopics(List.of(new NewTopic("copyflow-claims-v2-changelog", 4, (short) 1)))
            .all());

    var refused = run();

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("copyflow-claims-v2-changelog has the layout of another version")
        .contains("./copyflow rebuild");
    assertThat(commands.ok("rebuild")).contains("copyflow.articles would be deleted");
    assertThat(run().exitCode()).isEqualTo(1);

    assertThat(commands.ok("rebuild", "--yes")).contains("copyflow-claims-v2-changelog deleted");
    assertThat(run().exitCode()).isZero();
    assertThat(commands.digest()).isEqualTo(digest);
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void stateOfOtherSettings_isRefused() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "dedup.reissues=article\n");

    assertThat(run().err()).contains("copyflow-histories-v3-changelog has the layout of another");

    Files.writeString(directory.resolve("copyflow.properties"), "dedup.window.days=30\n");

    assertThat(run().err()).contains("copyflow-histories-v3-changelog has the layout of another");
  }

  @Test
  void stateThatIsGone_isRefused() throws Exception {
    onCluster(admin -> admin.deleteTopics(List.of("copyflow-histories-v3-changelog")).all());

    assertThat(run().err()).contains("copyflow-histories-v3-changelog is gone");
  }

  @Test
  void stateOfAnotherNumberOfPartitions_isRefused() throws Exception {
    onCluster(admin -> {
      admin.deleteTopics(List.of("copyflow-by-article-repartition")).all().get();
      return admin
          .createTopics(List.of(new NewTopic("copyflow-by-article-repartition", 3, (short) 1)))
          .all();
    });

    assertThat(run().err())
        .contains("copyflow-by-article-repartition has 3 partitions, and the raw topic 4");
  }

  @Test
  void otherApplication_isNobodysConcern() throws Exception {
    onCluster(admin ->
        admin
            .createTopics(List.of(new NewTopic("copyflow-2-claims-v2-changelog", 1, (short) 1)))
            .all());

    assertThat(run().exitCode()).isZero();
  }

  private Commands.Answer run() {
    return commands.run("run", "--once", "-o", "json", SAMPLES.toString());
  }

  private interface Change {
    KafkaFuture<Void> on(Admin admin) throws Exception;
  }

  private void onCluster(Change change) throws Exception {
    try (var broker = OpenBroker.in(directory.resolve("data"));
        var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      change.on(admin).get();
    }
  }
}
