package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest that is killed at random moments, its broker too, sends each version once.
 *
 * <p>{@code -Ddrill.ingest.kills=20 -Ddrill.ingest.files=20000} makes it longer, with the broker
 * frozen once for longer than a transaction may take; {@code -Ddrill.seed=N} repeats the moments.
 */
@Timeout(1800)
@Tag("drill")
class IngestKillDrillTest {

  private static final int KILLS = Integer.getInteger("drill.ingest.kills", 3);
  private static final int FILES = Integer.getInteger("drill.ingest.files", 1_000);
  private static final long SEED = Long.getLong("drill.seed", new Random().nextInt(1_000_000));
  private static final boolean LONG = KILLS > 3;
  private static final String PREFIX = "drill.";

  /** Longer than {@code transaction.timeout.ms}. */
  private static final int FROZEN_SECONDS = 20;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final Topics topics = new Topics(PREFIX, 3);
  private Path inbox;
  private BrokerChild broker;
  private int brokerKills;

  @BeforeEach
  void writeFiles() throws Exception {
    System.out.printf("drill: seed %d, %d files, %d kills%n", SEED, FILES, KILLS);
    inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(inbox.resolve("%06d".formatted(i)), "article " + i + "\n".repeat(i % 5000));
    }
    broker = BrokerChild.start(folder.resolve("broker"));
    broker.view().create(PREFIX);
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.kill();
  }

  @Test
  void killedIngest_sendsEachVersionOnce() throws Exception {
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
  }

  /** One life of ingest; every fourth loses its broker meanwhile. */
  private void live(int number) throws Exception {
    try (var ingest = start()) {
      int files = 1 + random.nextInt(FILES / KILLS);
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
    return IngestProcess.start(broker.view().address(), PREFIX, inbox);
  }

  /** A broker in a process of its own. */
  private record BrokerChild(Process process, TestBroker view) {

    static BrokerChild start(Path data) throws Exception {
      var view = new TestBroker(Files.createDirectories(data));
      view.format();
      return start(view);
    }

    private static BrokerChild start(TestBroker view) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
      command.addAll(List.of(System.getProperty("java.class.path"), TestBroker.class.getName()));
      command.addAll(view.processArguments());
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      assertThat(process.inputReader().readLine()).isEqualTo(TestBroker.STARTED);
      return new BrokerChild(process, view);
    }

    BrokerChild killAndRestart() throws Exception {
      kill();
      System.out.println("drill: killed the broker");
      return start(view);
    }

    void freeze(int seconds) throws Exception {
      signal("STOP");
      TimeUnit.SECONDS.sleep(seconds); // how long it stands still is the subject
      signal("CONT");
      System.out.printf("drill: froze the broker for %d s%n", seconds);
    }

    private void signal(String name) throws Exception {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }
}
