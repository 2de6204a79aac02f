package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each article under {@code golden} against what stands beside it. One that comes out otherwise
 * fails by the name of its publisher's profile. {@code -Dgolden.update=true} rewrites the
 * expectations; read the difference before you commit it.
 */
class GoldenTest {

  private static final Path GOLDEN = Golden.FOLDER;
  private static final Extractor EXTRACTOR = Extractor.standard();

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, new ToStringSerializer()));

  @TestFactory
  Stream<DynamicTest> article_extractsAsExpected() throws IOException {
    return files(GOLDEN, ".txt").stream()
        .map(file -> DynamicTest.dynamicTest(Golden.of(file).toString(), () -> check(file)));
  }

  @Test
  void driftedLayout_isNamedByProfileAndField() {
    String expected = "Extracted {\"draft\": {\"text\": \"a\", \"profile\": \"dw.com\"}}";
    String actual = "Extracted {\"draft\": {\"text\": \"b\", \"profile\": \"dw.com\"}}";

    assertThat(new Golden("dw/ferry.txt", expected).drift(actual))
        .isEqualTo("profile dw.com no longer reads dw/ferry.txt as expected: text");
  }

  @Test
  void everyFolder_holdsAnArticle() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders).isNotEmpty().allSatisfy(f -> assertThat(files(f, ".txt")).isNotEmpty());
    }
  }

  @Test
  void everyExpectation_hasItsArticle() throws IOException {
    assertThat(files(GOLDEN, ".json"))
        .allSatisfy(file -> assertThat(Golden.article(file)).exists());
  }

  private static void check(Path file) throws IOException {
    Extraction extraction = EXTRACTOR.extract(Files.readAllBytes(file), Hints.NONE);
    String actual = extraction.getClass().getSimpleName() + " " + json(extraction) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(Golden.expectation(file), actual);
    }
    Golden golden = Golden.of(file);
    assertThat(actual).as(golden.drift(actual)).isEqualTo(golden.expected());
  }

  private static String json(Extraction extraction) throws IOException {
    return JSON.writeValueAsString(extraction);
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
