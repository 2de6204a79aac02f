package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyflowTest {

  @TempDir Path directory;
  private Session session;

  @BeforeEach
  void begin() {
    session = new Session(directory);
  }

  static List<String> commands() {
    return Copyflow.commandLine(Terminal.ofProcess(), new StopSignal())
        .getSubcommands()
        .keySet()
        .stream()
        .filter(name -> !List.of("help", "completion").contains(name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_hasAnExampleAndTheExitCodes(String command) {
    assertThat(session.run(command, "--help")).isZero();
    assertThat(session.out())
        .containsPattern("Examples?:\n {2}copyflow " + command)
        .contains("Exit codes:", "cluster unreachable", "interrupted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "frobnicate", "topics --chekc", "run", "topics -o yaml"})
  void wrongUsage_endsWith2AndAWayOut(String line) {
    assertThat(session.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(session.err()).containsAnyOf("--help", "Possible solutions", "Did you mean");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void addressOfOneFile_isNotThatOfTwo() throws Exception {
    Files.writeString(directory.resolve("a.html"), "<!doctype html><p>The tide came in.</p>");

    assertThat(session.run("extract", "--url", "https://example.org/tide", "a.html")).isZero();
    assertThat(session.out()).contains("https://example.org/tide");
    assertThat(session.run("extract", "--url", "https://example.org/", "a.html", "b.html"))
        .isEqualTo(2);
    assertThat(session.err()).contains("single FILE");
  }

  @Test
  void filesAreTold_asTheyAreRead() throws Exception {
    Files.writeString(directory.resolve("a.html"), "<!doctype html><p>The tide came in.</p>");
    Files.writeString(directory.resolve("b.html"), "<!doctype html><p>The tide went out.</p>");

    assertThat(session.run("extract", "-o", "json", "a.html", "b.html")).isZero();
    assertThat(new ObjectMapper().readTree(session.out()).findValuesAsText("text"))
        .containsSubsequence("The tide came in.", "The tide went out.");

    // Nothing is kept back until the end: what stands before a fault is told.
    var second = new Session(directory);
    assertThat(second.run("extract", "-o", "jsonl", "a.html", "gone.html")).isNotZero();
    assertThat(new ObjectMapper().readTree(second.out()).get("text").asText())
        .isEqualTo("The tide came in.");
  }

  @Test
  void limitsOfExtraction_areSettings() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "extract.max.tags=100\n");
    Files.writeString(
        directory.resolve("a.html"), "<!doctype html>" + "<p>The tide.</p>".repeat(60));

    assertThat(session.run("extract", "--strict", "a.html")).isEqualTo(3);
    assertThat(session.out()).contains("TOO_COMPLEX", "more than 100 tags");
  }

  @Test
  void catalogue_needsNoCluster() throws Exception {
    assertThat(session.run("topics", "-o", "json", "--topic-prefix", "t.")).isZero();

    var topics = new ObjectMapper().readTree(session.out());
    assertThat(topics).hasSize(8);
    assertThat(topics.get(1).get("topic").asText()).isEqualTo("t.articles.raw");
    assertThat(topics.get(1).get("config").get("retention.ms").asText()).isEqualTo("-1");
  }

  @Test
  void settingsFileInTheWorkingDirectory_isRead() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "partitions=9\n");

    assertThat(session.run("topics", "-o", "jsonl")).isZero();
    assertThat(session.out().lines())
        .hasSize(8)
        .filteredOn(line -> !line.contains("copyflow.generations"))
        .allMatch(line -> line.contains("\"partitions\":9"));
  }

  @Test
  void unknownSetting_endsWith2() throws Exception {
    Files.writeString(directory.resolve("mine.properties"), "partitons=9\n");

    assertThat(session.run("topics", "--config", "mine.properties")).isEqualTo(2);
    assertThat(session.err().lines())
        .singleElement()
        .asString()
        .contains("did you mean partitions");
  }

  @Test
  void unreachableCluster_endsWith4InOneLine() {
    int exitCode =
        session.run(
            "topics",
            "--check",
            "--bootstrap-server",
            "127.0.0.1:1",
            "--kafka",
            "default.api.timeout.ms=500",
            "--kafka",
            "request.timeout.ms=500");

    assertThat(exitCode).isEqualTo(4);
    assertThat(session.err().lines()).singleElement().asString().contains("127.0.0.1:1");
  }

  @Test
  void missingPath_endsWith2AndItsNameMadePrintable() {
    assertThat(session.run("run", "--once", "no\nsuch")).isEqualTo(2);
    assertThat(session.err().lines()).singleElement().asString().contains("no such file or folder");
  }

  @Test
  void runWithAForeignCluster_isRefused() throws Exception {
    Files.writeString(directory.resolve("copyflow.properties"), "bootstrap.server=h:1\n");

    assertThat(session.run("run", "--once", directory.toString())).isEqualTo(2);
    assertThat(session.err()).contains("h:1", "bootstrap.server");
  }

  @Test
  void completionScript_knowsTheCommands() {
    assertThat(session.run("completion")).isZero();
    assertThat(session.out()).contains("_complete_copyflow", "doctor");
  }
}
