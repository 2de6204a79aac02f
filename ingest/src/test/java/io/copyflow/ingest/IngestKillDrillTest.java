package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copyflow.ingest.lifecycle.SmallDisk;
import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest that is killed at random moments, its broker too, sends each version once, and clears its
 * inbox of nothing that Kafka does not have.
 *
 * <p>{@code -Ddrill.ingest.kills=20 -Ddrill.ingest.files=20000} makes it longer, with the broker
 * frozen once for longer than a transaction may take, and has a second go in which files stay;
 * {@code -Ddrill.seed=N} repeats the moments.
 */
@Timeout(1800)
@Tag("drill")
class IngestKillDrillTest {

  private static final int KILLS = Integer.getInteger("drill.ingest.kills", 2);
  private static final int FILES = Integer.getInteger("drill.ingest.files", 400);
  private static final long SEED = Long.getLong("drill.seed", new Random().nextInt(1_000_000));
  private static final boolean LONG = KILLS > 2;
  private static final String PREFIX = "drill.";
  private static final int DAMAGED = 10;

  /** Longer than {@code transaction.timeout.ms}. */
  private static final int FROZEN_SECONDS = 20;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final Topics topics = new Topics(PREFIX, 3);
  private final Map<String, String> settings = new HashMap<>(Map.of("commit.files", "50"));
  private Path inbox;
  private BrokerProcess broker;
  private int brokerKills;

  private void writeFiles() throws Exception {
    System.out.printf("drill: seed %d, %d files, %d kills%n", SEED, FILES, KILLS);
    inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(inbox.resolve("%06d".formatted(i)), "article " + i + "\n".repeat(i % 5000));
    }
    broker = BrokerProcess.start(folder.resolve("broker"));
    broker.view().create(PREFIX);
  }

  @AfterEach
  void stopBroker() throws Exception {
    if (broker != null) {
      broker.kill();
    }
  }

  @Test
  void killedIngest_sendsEachVersionOnce() throws Exception {
    assumeTrue(LONG, "the short form kills one that moves its files");
    writeFiles();
    killAgainAndAgain();
  }

  /** Had one been moved before its commit, a kill in between would have lost it. */
  @Test
  void killedIngest_movesEachFileOnceItIsSent() throws Exception {
    writeFiles();
    Path done = folder.resolve("done");
    Path failed = folder.resolve("failed");
    settings.putAll(Map.of("after", "move:" + done, "failed.dir", failed.toString()));
    for (int i = 0; i < DAMAGED; i++) {
      Files.writeString(inbox.resolve("%06d.zip".formatted(i * FILES / DAMAGED)), "no archive");
    }

    killAgainAndAgain();

    assertThat(inbox).isEmptyDirectory();
    assertThat(done.toFile().list()).hasSize(FILES).allMatch(name -> name.matches("\\d{6}"));
    assertThat(failed.toFile().list((folder, name) -> name.endsWith(".zip"))).hasSize(DAMAGED);
    assertThat(failed.toFile().list()).as("with their reasons").hasSize(2 * DAMAGED);
  }

  /** The broker ends itself; with room again and started anew, nothing is lost or there twice. */
  @Test
  void fullDiskOfTheBroker_isLikeABrokerThatIsAway() throws Exception {
    assumeTrue(LONG, "long form only");
    writeFiles();
    broker.kill();
    try (var disk = SmallDisk.at(folder.resolve("disk"), "48m")) {
      broker = BrokerProcess.start(folder.resolve("disk/broker"));
      broker.view().create(PREFIX);
      var noise = new byte[100_000];
      for (int i = 0; i < 800; i++) {
        random.nextBytes(noise);
        Files.write(inbox.resolve("%06d".formatted(i)), noise);
      }
      settings.put("cluster.wait.ms", "4000");

      try (var ingest = start()) {
        assertThatThrownBy(ingest::finish).hasMessageStartingWith("ended with");
      }
      disk.grow("4g");
      settings.remove("cluster.wait.ms");
      broker = broker.killAndRestart();
      try (var last = start()) {
        assertThat(last.finish()).isPositive();
      }

      assertThat(Sent.committed(broker.view(), topics))
          .hasSize(FILES)
          .extracting(Sent::key)
          .doesNotHaveDuplicates();
      broker.kill();
    }
  }

  private void killAgainAndAgain() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      live(i);
    }
    assertThat(brokerKills).isPositive();
    try (var last = start()) {
      assertThat(last.finish()).as("left to the last run").isPositive();
    }
    try (var again = start()) {
      assertThat(again.finish()).as("a run with nothing to do").isZero();
    }

    var sent = Sent.committed(broker.view(), topics);
    assertThat(sent).hasSize(FILES);
    assertThat(sent).extracting(Sent::key).doesNotHaveDuplicates().isSorted();
    System.out.printf("drill: %d kills, %d of the broker: each version once%n", KILLS, brokerKills);
  }

  /** One life of ingest; every fourth loses its broker meanwhile. */
  private void live(int number) throws Exception {
    try (var ingest = start()) {
      int files = 1 + random.nextInt(FILES / (KILLS + 1));
      ingest.awaitFiles(1 + files / 2);
      if (number % 4 == 1) {
        brokerKills++;
        broker = broker.killAndRestart();
      } else if (LONG && number == 2) {
        broker.freeze(FROZEN_SECONDS);
      }
      ingest.awaitFiles(files / 2);
      assertThat(ingest.kill()).as("ended by the kill").isEqualTo(128 + 9);
      System.out.printf("drill: killed ingest after %d files of this life%n", files);
    }
  }

  private IngestProcess start() throws IOException {
    return IngestProcess.start(
        List.of(), IngestProcess.SHORT_LIVED, broker.view().address(), PREFIX, inbox, settings);
  }
}
