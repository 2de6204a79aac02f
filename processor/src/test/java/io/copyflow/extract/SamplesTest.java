package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples that a first run shows. */
class SamplesTest {

  private static final Path SAMPLES = Path.of("../samples");

  @Test
  void samples_areArticlesExceptWhereTheirFolderSaysOtherwise() throws IOException {
    Map<String, String> actual = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    Extractor extractor = Extractor.standard();
    for (Path file : files()) {
      String name = SAMPLES.relativize(file).toString();
      Extraction extraction = extractor.extract(Files.readAllBytes(file), Hints.NONE);
      actual.put(name, extraction.getClass().getSimpleName());
      expected.put(name, kind(name));
    }

    assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(30);
  }

  private static String kind(String name) {
    if (name.contains("rejected/")) {
      return "Rejected";
    }
    return name.contains("empty/") ? "Empty" : "Extracted";
  }

  private static Iterable<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
