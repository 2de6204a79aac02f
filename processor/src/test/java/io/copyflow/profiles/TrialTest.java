package io.copyflow.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

  @TempDir Path folder;
  private Path articles;

  @BeforeEach
  void write() throws Exception {
    articles = Files.createDirectories(folder.resolve("articles/day"));
    article("ferry", "example.org", "<p>By Ada Lind</p><p>The ferry is back.</p><p>Call us.</p>");
    article("crane", "example.org", "<p>The crane sings.</p>");
    article("tide", "example.net", "<p>The tide came in.</p><p>Call us.</p>");
    articles = articles.getParent();
  }

  @Test
  void change_isCountedByFieldAndKind() throws Exception {
    TrialReport report =
        trial(
            """
            boilerplate: ['^Call us\\.$']
            bylines: ['^(?<names>The crane) sings\\.$']
            """);

    assertThat(report.domain()).isEqualTo("example.org");
    assertThat(report.replaces()).isFalse();
    assertThat(report.files()).isEqualTo(3);
    assertThat(report.applied()).isEqualTo(2);
    assertThat(report.counts())
        .containsExactly(
            new FieldCount(Field.OUTCOME, 1, 0, 0),
            new FieldCount(Field.AUTHORS, 0, 1, 0),
            new FieldCount(Field.TEXT, 1, 0, 1));
  }

  @Test
  void worst_beginsWithTheLargestDifference() throws Exception {
    TrialReport report = trial("boilerplate: ['^Call us\\.$', '^The crane.*$']");

    assertThat(report.worst(1))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path()).isEqualTo(Path.of("day", "crane.txt").toString());
          assertThat(change.differences().get(1).lost()).containsExactly("The crane sings.");
          assertThat(change.differences().get(1).gained()).isEmpty();
        });
  }

  @Test
  void fileThatChangesNothing_changesNothing() throws Exception {
    TrialReport report = trial("name: Example");

    assertThat(report.applied()).isEqualTo(2);
    assertThat(report.changes()).isEmpty();
    assertThat(report.counts()).isEmpty();
  }

  @Test
  void generalRules_applyToEveryArticle() throws Exception {
    Path file = Files.writeString(folder.resolve("general.yaml"), "boilerplate: ['^Call us\\.$']");

    TrialReport report = new Trial(file, Map.of()).run(articles);

    assertThat(report.replaces()).isTrue();
    assertThat(report.applied()).isEqualTo(3);
  }

  @Test
  void comparison_isWithTheFilesThatHoldAlready() throws Exception {
    Path file = Files.writeString(folder.resolve("example.org.yaml"), "drop: [p]");

    TrialReport report = new Trial(file, Map.of("example.org", "drop: [p]")).run(articles);

    assertThat(report.replaces()).isTrue();
    assertThat(report.changes()).isEmpty();
  }

  @Test
  void mistake_isNamedWithItsLine() {
    assertThatThrownBy(() -> trial("name: Example\ndorp: [p]"))
        .isInstanceOf(ProfilesException.class)
        .hasMessageStartingWith("publisher file example.org.yaml:2: key dorp: no such key");
  }

  @Test
  void missingThings_areNamedWithARemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("example.org.yaml"), "name: Example");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> new Trial(folder.resolve("x.txt"), Map.of()))
        .hasMessageContaining("x.txt is not named like a publisher file; name it DOMAIN.yaml");
    assertThatThrownBy(() -> new Trial(folder.resolve("gone.yaml"), Map.of()))
        .hasMessageContaining("cannot read")
        .hasMessageContaining("gone.yaml");
    assertThatThrownBy(() -> new Trial(file, Map.of()).run(folder.resolve("gone")))
        .hasMessageContaining("no such folder")
        .hasMessageContaining("holds articles");
    assertThatThrownBy(() -> new Trial(file, Map.of()).run(empty))
        .hasMessageContaining("no file in");
    assertThatThrownBy(() -> ProfileFolder.read(empty))
        .hasMessageContaining("no publisher file in");
    assertThatThrownBy(() -> ProfileFolder.read(folder.resolve("gone")))
        .hasMessageContaining("no such folder")
        .hasMessageContaining("DOMAIN.yaml each");
  }

  @Test
  void folder_holdsOneFileForEachDomain() throws Exception {
    Files.writeString(folder.resolve("example.org.yaml"), "name: Example");
    Files.writeString(folder.resolve("README.md"), "Not a publisher.");

    assertThat(ProfileFolder.read(folder)).containsOnly(Map.entry("example.org", "name: Example"));
    assertThat(ProfileFolder.publishers(folder).of("example.org").name()).isEqualTo("Example");
  }

  private TrialReport trial(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("example.org.yaml"), yaml);
    return new Trial(file, Map.of()).run(articles);
  }

  private void article(String name, String host, String body) throws Exception {
    Files.writeString(
        articles.resolve(name + ".txt"),
        "<!--1936000800000-->\n[" + name + "](https://" + host + "/x)\n------\n\n" + body + "\n");
  }
}
