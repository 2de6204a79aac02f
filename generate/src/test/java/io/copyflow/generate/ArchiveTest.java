package io.copyflow.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.generate.page.BadFile;
import io.copyflow.generate.page.Disguise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {

  private static final int FILES = 400;
  private static final Set<Disguise> ALL = EnumSet.allOf(Disguise.class);

  @TempDir Path directory;

  @Test
  void sameSpec_givesTheSameBytes() throws IOException {
    write("one", spec(7, Order.SHUFFLED));
    write("two", spec(7, Order.SHUFFLED));

    assertThat(contents("one")).isEqualTo(contents("two")).hasSize(FILES + 1);
  }

  @Test
  void otherSeed_givesOtherFiles() throws IOException {
    write("one", spec(7, Order.BY_NAME));
    write("two", spec(8, Order.BY_NAME));

    assertThat(contents("one")).isNotEqualTo(contents("two"));
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void manifest_namesEveryFileInTheOrderOfIngestion(Order order) throws IOException {
    write("archive", spec(7, order));

    List<String> named = manifest("archive").stream().map(Expectation::path).toList();
    assertThat(named).isSorted().hasSize(FILES);
    assertThat(named).allMatch(path -> Files.isRegularFile(directory.resolve("archive/" + path)));
  }

  @Test
  void originalsFirst_makeAsManyRevisionsAndRefusalsAsAskedFor() throws IOException {
    Map<String, Integer> outcomes = write("archive", spec(7, Order.BY_NAME));

    assertThat(outcomes.get("REVISED")).isEqualTo(30);
    assertThat(outcomes.get("EMPTY") + outcomes.get("REJECTED")).isEqualTo(BadFile.values().length);
    assertThat(outcomes.values().stream().mapToInt(count -> count).sum()).isEqualTo(FILES);
  }

  @Test
  void archive_hasEveryDisguiseAndEveryReason() throws IOException {
    write("archive", spec(7, Order.BY_NAME));

    List<Expectation> manifest = manifest("archive");
    assertThat(manifest.stream().map(Expectation::disguise)).containsAll(names(Disguise.values()));
    assertThat(manifest.stream().map(Expectation::reason)).containsAll(names(BadFile.values()));
    assertThat(manifest.stream().map(Expectation::kind)).containsAll(names(Item.Kind.values()));
    assertThat(manifest.stream().map(Expectation::clock)).contains("IN_2033", "NAN");
  }

  @Test
  void kinds_limitTheDisguises() throws IOException {
    write("archive", new ArchiveSpec(50, 20, 0, 0, 1, Order.BY_NAME, Set.of(Disguise.COMMENT)));

    assertThat(manifest("archive").stream().map(Expectation::disguise))
        .containsOnly(null, "COMMENT");
  }

  @Test
  void largeFiles_comeOnce() throws IOException {
    write("archive", new ArchiveSpec(80, 0, 0, 80, 1, Order.BY_NAME, ALL));

    assertThat(manifest("archive").stream().map(Expectation::reason))
        .containsOnlyOnce("TOO_LARGE", "ARTICLE_TOO_LARGE");
  }

  @Test
  void folderWithSomethingInIt_isRefused() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> new Archive(spec(1, Order.BY_NAME)).write(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void copiesWithoutAnOriginal_areRefused() {
    assertThatThrownBy(() -> new ArchiveSpec(10, 5, 4, 1, 1, Order.BY_NAME, ALL))
        .hasMessageContaining("--files 11");
  }

  private static ArchiveSpec spec(long seed, Order order) {
    return new ArchiveSpec(FILES, 120, 30, BadFile.values().length, seed, order, ALL);
  }

  private Map<String, Integer> write(String name, ArchiveSpec spec) throws IOException {
    return new Archive(spec).write(directory.resolve(name));
  }

  private List<Expectation> manifest(String name) throws IOException {
    try (var lines =
        new ObjectMapper()
            .readerFor(Expectation.class)
            .<Expectation>readValues(directory.resolve(name).resolve(Archive.MANIFEST).toFile())) {
      return lines.readAll();
    }
  }

  private Map<String, Integer> contents(String name) throws IOException {
    var contents = new TreeMap<String, Integer>();
    Path folder = directory.resolve(name);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
