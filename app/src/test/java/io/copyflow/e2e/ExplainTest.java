package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of samples say what became of them, why, and where everything is. */
@Timeout(120)
class ExplainTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
  private static final String ORIGINAL = "day-1/rfi/orchard-harvest.txt";
  private static final String MIRROR = "day-2/rfi/orchard-mirror.txt";

  @TempDir static Path directory;
  private static OpenBroker broker;
  private static Commands commands;

  @BeforeAll
  static void runOnce() throws Exception {
    commands = Commands.over(directory, directory.resolve("data"));
    commands.ok("run", "--once", "-o", "json", SAMPLES.toString());
    broker = OpenBroker.in(directory.resolve("data"));
  }

  @AfterAll
  static void close() {
    broker.close();
  }

  @Test
  void copy_isExplainedByItsOriginalAndWhereBothAre() {
    JsonNode copy = explained(MIRROR);

    assertThat(copy.at("/outcome/kind").asText()).isEqualTo("DUPLICATE");
    assertThat(copy.at("/other/document/path").asText()).isEqualTo(ORIGINAL);
    assertThat(copy.at("/article/document/path").asText()).isEqualTo(ORIGINAL);
    assertThat(copy.at("/outcome/contentHash")).isEqualTo(copy.at("/article/contentHash"));
    assertThat(copy.at("/records/outcome/topic").asText()).isEqualTo("copyflow.outcomes");
    assertThat(copy.at("/records/other/topic").asText()).isEqualTo("copyflow.outcomes");
    assertThat(copy.at("/records/article/topic").asText()).isEqualTo("copyflow.articles");
    assertThat(copy.at("/records/deadLetter").isNull()).isTrue();
  }

  @Test
  void placesOfRecords_areWhereTheyLie() {
    JsonNode records = explained(ORIGINAL).get("records");

    assertThat(value("outcomes", records.get("outcome")).at("/document/path").asText())
        .isEqualTo(ORIGINAL);
    assertThat(value("articles", records.get("article")).at("/document/path").asText())
        .isEqualTo(ORIGINAL);
  }

  @Test
  void copy_saysWhatWasExtractedFromItself() {
    JsonNode copy = explained(MIRROR);

    assertThat(copy.at("/file/form").asText()).isEqualTo("exact");
    assertThat(copy.at("/file/bytes").asLong()).isPositive();
    assertThat(copy.at("/extracted/document/path").asText()).isEqualTo(MIRROR);
    assertThat(copy.at("/extracted/charset").asText()).isEqualTo("UTF-8");
    assertThat(copy.at("/extracted/dateCandidates")).isNotEmpty();
  }

  @Test
  void text_saysWhichDateWonAndWhy() {
    assertThat(commands.ok("explain", ORIGINAL))
        .contains("  why ", "  form ", "  charset ", "  date ", "  date because ", "  date found ");
  }

  @Test
  void urlIdAndPosition_nameTheSameRecord() {
    JsonNode byFile = explained(ORIGINAL).get("outcome");
    String position =
        byFile.at("/raw/partition").asText() + "-" + byFile.at("/raw/offset").asText();
    String url = explained(ORIGINAL).at("/article/url").asText();

    assertThat(explained(position).get("outcome")).isEqualTo(byFile);
    assertThat(explained(url).get("outcome")).isEqualTo(byFile);
    assertThat(explained(byFile.get("articleId").asText()).get("outcome")).isEqualTo(byFile);
  }

  @Test
  void revision_showsWhatItChanged() {
    JsonNode article = explained("day-2/voa/river-bridge.txt", "--diff");

    assertThat(article.get("revisions")).hasSize(2);
    JsonNode second = article.at("/revisions/1");
    assertThat(second.at("/changed/0").asText()).isEqualTo("TEXT");
    assertThat(second.get("diff"))
        .anyMatch(line -> line.asText().startsWith("--- revision 1"))
        .anyMatch(line -> line.asText().startsWith("+") && line.asText().length() > 20);
    assertThat(commands.ok("explain", "day-2/voa/river-bridge.txt", "--diff"))
        .contains("    --- revision 1, samples/day-1/voa/river-bridge.txt");
  }

  @Test
  void rejectedFile_saysWhereItsDeadLetterIs() {
    JsonNode rejected = explained("day-1/rejected/no-header.txt");

    assertThat(rejected.at("/refused/reason").asText()).isEqualTo("NO_HEADER");
    assertThat(rejected.at("/deadLetter/reason").asText()).isEqualTo("NO_HEADER");
    assertThat(rejected.at("/records/deadLetter/topic").asText())
        .isEqualTo("copyflow.dead-letters");
  }

  @Test
  void fileThatWasNeverIngested_isSaidToBeSoAndExtracted() throws Exception {
    Path file = directory.resolve("never.txt");
    Files.copy(SAMPLES.resolve(ORIGINAL), file);

    var answer = commands.run("explain", file.toString(), "-o", "json");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("never.txt was never ingested");
    assertThat(Commands.json(answer.out()).at("/0/extracted/contentHash"))
        .isEqualTo(explained(ORIGINAL).at("/outcome/contentHash"));
  }

  @Test
  void whatNobodyKnows_isSaidToBeSo() {
    var answer = commands.run("explain", "u:nothing");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("u:nothing was never ingested");
  }

  private static JsonNode explained(String question, String... more) {
    var arguments = new ArrayList<>(List.of("explain", question, "-o", "json"));
    arguments.addAll(List.of(more));
    JsonNode answers = Commands.json(commands.ok(arguments.toArray(String[]::new)));
    return answers.get(0);
  }

  private static JsonNode value(String topic, JsonNode place) {
    return commands.records(topic).stream()
        .filter(record -> record.get("partition").equals(place.get("partition")))
        .filter(record -> record.get("offset").equals(place.get("offset")))
        .findFirst()
        .orElseThrow()
        .get("value");
  }
}
