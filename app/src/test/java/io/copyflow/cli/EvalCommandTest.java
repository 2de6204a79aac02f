package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {

  private static final String ARTICLE =
      """
      <!--1936000800000-->
      [Tide](https://www.example.org/tide)
      ------
      <p>The tide came in over the wall.</p>
      """;

  @TempDir Path directory;
  private Session session;

  @BeforeEach
  void label() throws Exception {
    session = new Session(directory);
    Path data = Files.createDirectories(directory.resolve("data/files"));
    Files.writeString(data.resolve("tide.txt"), ARTICLE);
    labels("tide.txt", "gone\\u001b.txt");
  }

  private void labels(String... paths) throws Exception {
    var lines = new StringBuilder();
    for (String path : paths) {
      lines.append("{\"path\":\"%s\",\"outcome\":\"ARTICLE\",\"title\":\"Ebb\"}\n".formatted(path));
    }
    Files.writeString(directory.resolve("data/GOLD.jsonl"), lines);
  }

  @Test
  void text_hasTheFiguresAndTheDifferences() {
    assertThat(session.run("eval", "--data", "data")).isZero();

    assertThat(session.out().lines())
        .contains("GOLD: 1 files, 1 skipped, score 0.500", "      - Ebb", "      + Tide")
        .anyMatch(line -> line.matches("outcome +1 +1\\.000"))
        .anyMatch(line -> line.matches("title +1 +0\\.000"));
  }

  @Test
  void json_hasTheSame() throws Exception {
    assertThat(session.run("eval", "--data", "data", "-o", "json")).isZero();

    JsonNode report = new ObjectMapper().readTree(session.out());
    JsonNode gold = report.get("datasets").get(0);
    assertThat(gold.get("metrics").get("title").get("right").asDouble()).isZero();
    assertThat(gold.get("metrics").get("outcome").get("n").asInt()).isEqualTo(1);
    assertThat(gold.get("publishers").get(0).get("score").asDouble()).isEqualTo(0.5);
    assertThat(gold.get("skipped")).hasSize(1);
    assertThat(report.get("worst").get(0).get("faults").get(0).get("missing").asText())
        .isEqualTo("Ebb");
  }

  @Test
  void skippedRow_isNamedInOnePrintableLine() {
    assertThat(session.run("eval", "--data", "data")).isZero();

    assertThat(session.err().lines())
        .singleElement()
        .asString()
        .contains("skipped GOLD gone\\u001b.txt: no such file");
  }

  @Test
  void noWorstFiles_areShownWhereNoneAreWanted() {
    assertThat(session.run("eval", "--data", "data", "--worst", "0", "--publishers", "0")).isZero();

    assertThat(session.out()).contains("title").doesNotContain("Ebb", "PUBLISHER");
  }

  @Test
  void missingFolder_endsWith2() {
    assertThat(session.run("eval", "--data", "nowhere")).isEqualTo(2);

    assertThat(session.err().lines()).singleElement().asString().contains("nowhere");
  }

  @Test
  void folderWhereNothingCanBeScored_endsWith1() throws Exception {
    labels("gone.txt");

    assertThat(session.run("eval", "--data", "data")).isEqualTo(1);
    assertThat(session.err()).contains("no file of data could be scored");
  }
}
