package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.cli.CopyflowProcess;
import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same raw records end the same, whatever their order of arrival and however many partitions,
 * processors and threads share the work: one digest, and the manifest file by file.
 *
 * <p>{@code -Dmatrix=full} makes all 24 runs instead of three, {@code -Dmatrix.files=20000} with so
 * many files.
 */
@Timeout(10_800)
@Tag("drill")
class ArrivalOrderTest {

  private static final boolean FULL = System.getProperty("matrix", "").equals("full");
  private static final int FILES = Integer.getInteger("matrix.files", 300);
  private static final long SEED = Long.getLong("drill.seed", 7);
  private static final String PREFIX = "matrix.";

  @TempDir Path directory;

  /** In which order the records of an archive arrive. */
  private enum Arrival {
    IN_ORDER,
    REVERSED,
    SHUFFLED;

    List<Integer> of(int files) {
      var places = new ArrayList<>(IntStream.range(0, files).boxed().toList());
      if (this == REVERSED) {
        Collections.reverse(places);
      } else if (this == SHUFFLED) {
        Collections.shuffle(places, new Random(SEED));
      }
      return places;
    }
  }

  private record Run(Arrival arrival, int partitions, int processors, int threads) {}

  @Test
  void everyOrderOfArrival_hasTheSameEnd() throws Exception {
    Path archive = Arrivals.generate(directory, FILES, SEED);
    String expected = digestOfIngest(archive);

    for (Run run : runs()) {
      long start = System.nanoTime();
      assertThat(digest(run, archive)).as("%s", run).isEqualTo(expected);
      System.out.printf(
          "matrix: %s, %d files: digest %.12s, manifest and invariants hold, %d s%n",
          run, FILES, expected, (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  /** Three that have each order and each number; all, in an order of chance, behind them. */
  private static List<Run> runs() {
    var first =
        List.of(
            new Run(Arrival.IN_ORDER, 1, 1, 1),
            new Run(Arrival.REVERSED, 6, 2, 1),
            new Run(Arrival.SHUFFLED, 6, 1, 2));
    if (!FULL) {
      return first;
    }
    var others =
        new ArrayList<>(
            Stream.of(Arrival.values())
                .flatMap(arrival -> Stream.of(1, 6).flatMap(partitions -> of(arrival, partitions)))
                .toList());
    Collections.shuffle(others, new Random(SEED));
    return Stream.concat(first.stream(), others.stream()).distinct().toList();
  }

  private static Stream<Run> of(Arrival arrival, int partitions) {
    return Stream.of(1, 2)
        .flatMap(processors ->
            Stream.of(1, 2).map(threads -> new Run(arrival, partitions, processors, threads)));
  }

  /** Files as ingest sends them, all in one process. */
  private String digestOfIngest(Path archive) throws Exception {
    Path data = directory.resolve("ingested");
    Commands.over(directory, data).ok("run", "--once", "-o", "json", archive.toString());
    try (var broker = OpenBroker.in(data)) {
      var commands = Commands.on(directory, broker.address(), Topics.DEFAULT_PREFIX);
      holds(commands, archive);
      return commands.digest();
    } finally {
      delete(data);
    }
  }

  private String digest(Run run, Path archive) throws Exception {
    Path data = Files.createDirectories(directory.resolve("run"));
    Files.writeString(
        directory.resolve("copyflow.properties"),
        "partitions=%d\nprocess.threads=%d\n".formatted(run.partitions, run.threads));
    try (var broker = OpenBroker.in(data.resolve("broker"));
        var group = new Group(broker.address(), PREFIX)) {
      var commands = Commands.on(directory, broker.address(), PREFIX);
      commands.ok("topics", "--create");
      List<CopyflowProcess> processors = start(run, commands, data);
      try (var arrivals = new Arrivals(archive, broker.address(), PREFIX)) {
        arrivals.send(Arrivals.paths(archive), run.arrival.of(FILES));
        group.awaitRest();
      } finally {
        processors.forEach(CopyflowProcess::close);
      }
      holds(commands, archive);
      return commands.digest();
    } finally {
      delete(data);
    }
  }

  private List<CopyflowProcess> start(Run run, Commands commands, Path data) throws IOException {
    var processors = new ArrayList<CopyflowProcess>();
    for (int i = 0; i < run.processors; i++) {
      String[] command =
          commands.with("process", "--state-dir", data.resolve("state-" + i).toString());
      processors.add(CopyflowProcess.start(directory, command));
    }
    for (CopyflowProcess processor : processors) {
      processor.awaitStandardError("processing " + PREFIX);
    }
    return processors;
  }

  private static void holds(Commands commands, Path archive) {
    commands.ok("ledger", "--verify", "--manifest", Arrivals.manifest(archive).toString());
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
