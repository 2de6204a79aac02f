package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesCommandTest {

  private static final String ARTICLE =
      """
      <!--1936000800000-->
      [Tide](https://www.example.org/tide)
      ------

      <p>The tide came in over the wall.</p><p>Call us\u001b today.</p>
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private Session session;

  @BeforeEach
  void write() throws Exception {
    session = new Session(directory);
    Files.createDirectories(directory.resolve("articles"));
    Files.createDirectories(directory.resolve("mine"));
    Files.writeString(directory.resolve("articles/tide.txt"), ARTICLE);
    profile("name: Tides\nboilerplate: ['^Call us.{0,20}$']\n");
  }

  @Test
  void list_namesEveryPublisherAndWhereItsFileIs() {
    assertThat(session.run("profiles", "list", "--profiles", "mine")).isZero();

    assertThat(session.out().lines())
        .anyMatch(line -> line.matches("example\\.org +Tides +example\\.org\\.yaml +folder"))
        .anyMatch(line -> line.matches("bbc\\.co\\.uk +BBC +bbc\\.com\\.yaml +build"));
  }

  @Test
  void show_printsAFileThatCanBeTried() throws Exception {
    assertThat(session.run("profiles", "show", "dw.com")).isZero();

    assertThat(session.out()).startsWith("# Deutsche Welle.").contains("name: Deutsche Welle");
    Files.writeString(directory.resolve("mine/dw.com.yaml"), session.out());
    assertThat(new Session(directory).run("profiles", "list", "--profiles", "mine")).isZero();
  }

  @Test
  void showOfAnUnknownDomain_fails() {
    assertThat(session.run("profiles", "show", "example.com")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("example.com has no publisher file; copyflow profiles list");
  }

  @Test
  void test_showsWhatAFileChanges() {
    assertThat(session.run("profiles", "test", "mine/example.org.yaml", "articles")).isZero();

    assertThat(session.out().lines())
        .contains(
            "example.org (new): applies to 1 of 1 files, changes 1",
            "tide.txt",
            "    text",
            "      - Call us today.")
        .anyMatch(line -> line.matches("text +1 +0 +0"));
  }

  @Test
  void testAsJson_hasTheSame() throws Exception {
    assertThat(session.run("profiles", "test", "mine/example.org.yaml", "articles", "-o", "json"))
        .isZero();

    JsonNode report = JSON.readTree(session.out());
    assertThat(report.get("applied").asInt()).isEqualTo(1);
    assertThat(report.get("fields").get("text").get("changed").asInt()).isEqualTo(1);
    assertThat(report.get("worst").get(0).get("fields").get("text").get("lost").get(0).asText())
        .isEqualTo("Call us today.");
  }

  @Test
  void testOfABrokenFile_namesFileLineKeyAndRemedy() throws Exception {
    profile("name: Tides\nboilerplat: []\n");

    assertThat(session.run("profiles", "test", "mine/example.org.yaml", "articles"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(session.err().lines())
        .singleElement()
        .asString()
        .contains("publisher file example.org.yaml:2: key boilerplat: no such key; known are");
  }

  @Test
  void testThatAppliesToNothing_fails() throws Exception {
    Files.writeString(directory.resolve("mine/example.net.yaml"), "name: Other\n");

    assertThat(session.run("profiles", "test", "mine/example.net.yaml", "articles"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(session.err()).contains("applies to none of the 1 files");
  }

  @Test
  void noSubcommand_isAMisuse() {
    assertThat(session.run("profiles")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void extract_usesTheFolderAndSaysSoInTheVersion() throws Exception {
    assertThat(session.run("extract", "--profiles", "mine", "-o", "jsonl", "articles/tide.txt"))
        .isZero();

    JsonNode article = JSON.readTree(session.out());
    assertThat(article.get("text").asText()).isEqualTo("The tide came in over the wall.");
    assertThat(article.get("publisher").get("name").asText()).isEqualTo("Tides");
    assertThat(article.get("extractor").get("profile").asText()).isEqualTo("example.org");
    assertThat(article.get("extractor").get("version").asText()).matches("\\d+\\+[0-9a-f]{8}");
  }

  @Test
  void missingFolder_isNamed() {
    assertThat(session.run("extract", "--profiles", "gone", "articles/tide.txt"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(session.err()).contains("no such folder").contains("DOMAIN.yaml each");
  }

  private void profile(String yaml) throws Exception {
    Files.writeString(directory.resolve("mine/example.org.yaml"), yaml);
  }
}
