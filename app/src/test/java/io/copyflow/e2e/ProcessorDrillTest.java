package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processors that are killed or frozen in the middle of their work lose nothing and write nothing
 * twice: the same digest as undisturbed, the manifest file by file, and every invariant.
 *
 * <p>{@code -Ddrill.processor.kills=20 -Ddrill.processor.files=20000} adds kills; without it only
 * the zombies run, for {@link ClusterTest} kills two processors in every build.
 */
@Timeout(3600)
@Tag("drill")
class ProcessorDrillTest {

  private static final String KILLS = "drill.processor.kills";
  private static final int FILES = Integer.getInteger("drill.processor.files", 600);
  private static final long SEED = Long.getLong("drill.seed", new Random().nextInt(1_000_000));
  private static final String PREFIX = "drill.";
  private static final String SETTINGS = "process.threads=1\nprocess.session.timeout.ms=6000\n";

  @TempDir Path directory;
  private final Random random = new Random(SEED);
  private final List<Processor> processors = new ArrayList<>();
  private OpenBroker broker;
  private Commands cluster;
  private Group group;
  private Committed seen;
  private Path archive;
  private Arrivals arrivals;
  private List<String> paths;
  private List<Integer> places;
  private int sent;

  @BeforeEach
  void open() throws Exception {
    System.out.printf("drill: seed %d%n", SEED);
    archive = Arrivals.generate(directory, FILES, SEED);
    paths = Arrivals.paths(archive);
    places = new ArrayList<>(IntStream.range(0, FILES).boxed().toList());
    Collections.shuffle(places, random);
    Files.writeString(directory.resolve("copyflow.properties"), SETTINGS);
    broker = OpenBroker.in(directory.resolve("broker"));
    cluster = Commands.on(directory, broker.address(), PREFIX);
    cluster.ok("topics", "--create");
    group = new Group(broker.address(), PREFIX);
    seen = Committed.on(broker.address(), PREFIX);
    arrivals = new Arrivals(archive, broker.address(), PREFIX);
  }

  @AfterEach
  void close() throws Exception {
    processors.forEach(Processor::close);
    arrivals.close();
    seen.close();
    group.close();
    broker.close();
  }

  @Test
  void frozenProcessors_writeNothingWhenTheyComeBack() throws Exception {
    List<Processor> zombies = List.of(start("one"), start("two"));
    send(FILES / 2);
    seen.awaitProgress(sent + FILES / 12, zombies.get(0).process());
    for (Processor zombie : zombies) {
      freezeAtWork(zombie);
    }
    int frozenAt = seen.count().outcomes();

    Processor heir = start("heir");
    send(FILES - sent);
    group.awaitSoleOwner(heir.state());
    seen.awaitProgress(sent + frozenAt + 1, heir.process());
    System.out.printf("drill: two frozen at %d outcomes, back at %s%n", frozenAt, seen.count());
    for (Processor zombie : zombies) {
      zombie.process().signal("CONT");
    }

    assertUndisturbedEnd();
  }

  @Test
  @EnabledIfSystemProperty(named = KILLS, matches = "\\d+")
  void killedProcessors_loseNothing() throws Exception {
    int kills = Integer.getInteger(KILLS);
    List<Processor> bag = bag(List.of(start("one"), start("two")), kills);
    // A third of the rounds may find their victim idle.
    int round = Math.max(1, FILES * 2 / 3 / kills);
    for (int hit = 0; hit < kills; ) {
      assertThat(sent)
          .as("void: %d of %d kills hit a processor at work", hit, kills)
          .isLessThan(FILES);
      send(Math.min(round, FILES - sent));
      hit += kill(bag.get(hit), round) ? 1 : 0;
    }
    send(FILES - sent);

    assertUndisturbedEnd();
  }

  /**
   * Looks for work only once the processor stands still: before, it may finish in between. A fast
   * one that has nothing left goes on, gets more, and is stopped again.
   */
  private void freezeAtWork(Processor zombie) throws Exception {
    zombie.process().signal("STOP");
    while (!group.hasWork(zombie.state())) {
      assertThat(sent).as("void: %s is always idle", zombie).isLessThan(FILES * 11 / 12);
      zombie.process().signal("CONT");
      send(FILES / 24);
      zombie.process().signal("STOP");
    }
  }

  /** Each victim as often as the others, in an order of chance. */
  private List<Processor> bag(List<Processor> victims, int kills) {
    var bag =
        new ArrayList<>(
            IntStream.range(0, kills).mapToObj(i -> victims.get(i % victims.size())).toList());
    Collections.shuffle(bag, random);
    return bag;
  }

  /** Kills a processor while it has something to do; every fifth time its state goes too. */
  private boolean kill(Processor victim, int round) throws Exception {
    if (!group.awaitWork(victim.state())) {
      return false;
    }
    int more = Math.min(1 + random.nextInt(Math.max(1, round / 3)), sent - seen.count().outcomes());
    seen.awaitProgress(seen.count().progress() + more, victim.process());
    if (!group.hasWork(victim.state())) {
      return false;
    }
    boolean wipe = random.nextInt(5) == 0;
    assertThat(victim.process().kill()).isEqualTo(128 + 9);
    System.out.printf("drill: killed %s at %s%s%n", victim, seen.count(), wipe ? ", wiped" : "");
    if (wipe) {
      victim.deleteState();
    }
    victim.start();
    return true;
  }

  private void assertUndisturbedEnd() throws IOException {
    group.awaitRest();
    cluster.ok("ledger", "--verify", "--manifest", Arrivals.manifest(archive).toString());
    assertThat(cluster.ledger().get("raw").asInt()).isEqualTo(FILES);
    var alone = Commands.over(directory, directory.resolve("alone"));
    alone.ok("run", "--once", "-o", "json", archive.toString());
    assertThat(cluster.digest()).isEqualTo(alone.digest());
    System.out.printf(
        "drill: %d files, lost 0, doubled 0, the digest of an undisturbed run%n", FILES);
  }

  private Processor start(String name) throws IOException {
    var processor = Processor.start(name, directory, cluster);
    processors.add(processor);
    return processor;
  }

  private void send(int files) throws Exception {
    arrivals.send(paths, places.subList(sent, sent + files));
    sent += files;
  }
}
