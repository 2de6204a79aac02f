package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.ingest.failure.SourceTakenException;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.ClusterUnreachableException;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TransactionState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IngestFaultTest {

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  @TempDir private Path archive;
  @TempDir private Path done;
  private String prefix;
  private Topics topics;

  @BeforeEach
  void createTopics() throws Exception {
    prefix = "test" + UUID.randomUUID() + ".";
    topics = BROKER.create(prefix);
    for (int i = 0; i < 200; i++) {
      Files.writeString(archive.resolve("%03d.txt".formatted(i)), "article " + i);
    }
  }

  @Test
  void killedBeforeTheCommit_leavesNothingAndTheNextRunSendsEachOnce() throws Exception {
    Process child = IngestChild.start(BROKER, prefix, archive, 150);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> uncommitted() >= 150);
    child.destroyForcibly().waitFor();

    IngestReport next = once(Progress.silent());

    assertThat(next.sent()).as("nothing was remembered").isEqualTo(200);
    assertThat(uncommitted()).as("the kill hit an open transaction").isGreaterThanOrEqualTo(350);
    assertEachOnce();
    assertThat(once(Progress.silent()).sent()).isZero();
  }

  /** As a broker leaves it that is killed, and slower to start than the transaction may take. */
  @Test
  void transactionThatItsCoordinatorForgot_isAborted() throws Exception {
    Process child = IngestChild.start(BROKER, prefix, archive, 150);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> uncommitted() >= 150);
    child.destroyForcibly().waitFor();
    BROKER.forgetTransaction("copyflow-ingest-" + prefix);

    assertThat(once(Progress.silent()).sent()).isEqualTo(200);

    assertEachOnce();
  }

  @Test
  void secondIngest_fencesTheFirst() throws IOException {
    var second = new Pausing(100, () -> assertThat(once(Progress.silent()).sent()).isEqualTo(200));

    assertThatThrownBy(() -> once(second))
        .isInstanceOf(SourceTakenException.class)
        .hasMessageContaining("another ingest of the source \"" + archive.getFileName() + "\"");

    assertThat(second.happened).isTrue();
    assertEachOnce();
  }

  @Test
  void transactionThatTimedOut_isSentAgain() {
    var stop =
        new Pausing(
            200,
            () ->
                Awaitility.await()
                    .until(() ->
                        BROKER.transaction("copyflow-ingest-" + prefix)
                            == TransactionState.COMPLETE_ABORT));
    var kafka = Map.of("bootstrap.servers", BROKER.address(), "transaction.timeout.ms", "500");
    var settings = IngestSettings.of(Map.of("commit.interval.ms", "5000"), kafka);

    try (var ingest = new Ingest(settings, topics, Wire.singleObject(), stop)) {
      assertThat(ingest.once(List.of(root())).sent()).isEqualTo(200);
    }

    assertThat(stop.happened).isTrue();
    assertEachOnce();
  }

  @Test
  void ingestOfAnotherSource_isNotFenced() throws IOException {
    Files.createSymbolicLink(archive.resolve("000"), Path.of("elsewhere"));
    var other = Root.of(archive, "other", true);
    var second = new Pausing(Pausing.AT_A_WORD, () -> run(new Lines(), Map.of(), other));

    assertThat(once(second).sent()).isEqualTo(200);

    assertThat(second.happened).isTrue();
    assertThat(Sent.committed(BROKER, topics)).hasSize(400);
  }

  @Test
  void brokerRestartedMeanwhile_losesAndDoublesNothing() throws IOException {
    var restart =
        new Pausing(
            100,
            () -> {
              BROKER.stop();
              BROKER.start();
            });

    once(restart);

    assertThat(restart.happened).isTrue();
    assertEachOnce();
  }

  /** And the next run completes it. */
  @Test
  void brokerGone_isToldAndNoFileLeavesTheInbox() {
    var gone = new Pausing(100, BROKER::stop);
    var away = new Lines();
    Map<String, String> moving = Map.of("after", "move:" + done, "commit.files", "80");
    Map<String, String> settings = new HashMap<>(moving);
    settings.put("cluster.wait.ms", "2000");
    try {
      assertUnreachable(gone, settings);
      assertThat(files(done)).as("what was committed").hasSize(80);
      assertThat(files(archive)).hasSize(120);

      assertUnreachable(away, settings);
      assertThat(files(archive)).as("not there from the start").hasSize(120);
    } finally {
      BROKER.start();
    }
    assertThat(run(new Lines(), moving, root()).sent()).isEqualTo(120);
    assertThat(files(done)).hasSize(200);
    assertEachOnce();
  }

  private void assertUnreachable(Lines lines, Map<String, String> settings) {
    assertThatThrownBy(() -> run(lines, settings, root()))
        .isInstanceOf(ClusterUnreachableException.class)
        .hasMessageContaining(BROKER.address());
    assertThat(lines.said)
        .anyMatch(line -> line.startsWith("waiting for the cluster at 127.0.0.1"));
  }

  private static List<Path> files(Path folder) {
    try (var all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void closedFromAnotherThread_commitsWhatItSent() throws Exception {
    var ingest = ingest(Progress.silent(), Map.of());
    var watching = CompletableFuture.runAsync(() -> ingest.watch(List.of(root())));
    Awaitility.await().until(() -> uncommitted() > 0);

    ingest.close();

    assertThat(watching).succeedsWithin(Duration.ofSeconds(10));
    int committed = Sent.committed(BROKER, topics).size();
    assertThat(once(Progress.silent()).sent()).isEqualTo(200 - committed);
    assertEachOnce();
  }

  private void assertEachOnce() {
    List<Sent> sent = Sent.committed(BROKER, topics);
    assertThat(sent)
        .extracting(Sent::key)
        .containsExactlyElementsOf(
            IntStream.range(0, 200)
                .mapToObj(i -> archive.getFileName() + "/%03d.txt".formatted(i))
                .toList());
  }

  private int uncommitted() {
    return BROKER.read(topics.raw(), "read_uncommitted").size();
  }

  private Root root() {
    return Root.of(archive, null, true);
  }

  private IngestReport once(Progress progress) {
    return run(progress, Map.of(), root());
  }

  private IngestReport run(Progress progress, Map<String, String> settings, Root root) {
    try (var ingest = ingest(progress, settings)) {
      return ingest.once(List.of(root));
    }
  }

  private Ingest ingest(Progress progress, Map<String, String> settings) {
    return new Ingest(Sent.settings(BROKER, settings), topics, Wire.singleObject(), progress);
  }
}
