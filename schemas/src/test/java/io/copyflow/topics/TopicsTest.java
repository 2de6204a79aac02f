package io.copyflow.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final Path PAGE = Path.of("..", "docs", "topics.md");

  @Test
  void names_areTheContracts() {
    assertThat(Topics.standard().all())
        .extracting(TopicSpec::name)
        .containsExactly(
            "copyflow.documents",
            "copyflow.articles.raw",
            "copyflow.rereads",
            "copyflow.withdrawals",
            "copyflow.articles",
            "copyflow.outcomes",
            "copyflow.dead-letters",
            "copyflow.generations");
  }

  @Test
  void generation_readsTheSameAndWritesItsOwn() {
    Topics generation = Topics.standard().ofGeneration("g1");

    assertThat(generation.raw()).isEqualTo(Topics.standard().raw());
    assertThat(generation.withdrawals()).isEqualTo(Topics.standard().withdrawals());
    assertThat(generation.outputs())
        .extracting(TopicSpec::name)
        .containsExactly(
            "copyflow.g1.articles",
            "copyflow.g1.outcomes",
            "copyflow.g1.dead-letters",
            "copyflow.g1.rereads");
  }

  @Test
  void everyTopic_asksForARecordLargeEnoughForWhateverCameIn() {
    assertThat(Topics.standard().all())
        .filteredOn(spec -> !spec.equals(Topics.standard().raw()))
        .allSatisfy(spec ->
            assertThat(Integer.parseInt(spec.config().get("max.message.bytes")))
                .isGreaterThan(Topics.MAX_RAW_BYTES));
  }

  @Test
  void page_isTheCatalogue() throws IOException {
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE)
        .as("docs/topics.md is generated; write it anew with -Ddocs.update=true")
        .hasContent(page());
  }

  @Test
  void keyOfAnOutcome_isPartitionAndOffset() {
    assertThat(Keys.of(new RawPosition("t", 3, 42L))).isEqualTo("3-42");
  }

  @Property
  void document_comesBackFromItsKey(@ForAll @AlphaChars String source, @ForAll String path) {
    var document = new Document(source, path);

    assertThat(Keys.document(Keys.of(document))).isEqualTo(document);
  }

  @Test
  void keyWithoutASource_isAPath() {
    assertThat(Keys.document("a.txt")).isEqualTo(new Document("unknown", "a.txt"));
  }

  @Test
  void keyThatIsNoPath_isNamedByItsPosition() {
    assertThat(Keys.rawDocument(null, 3, 42)).isEqualTo(new Document("unknown", "3-42"));
    assertThat(Keys.rawDocument("x".repeat(20_000), 3, 42))
        .isEqualTo(new Document("unknown", "3-42"));
  }

  private static String page() {
    return """
    # Topics

    <!-- Generated from io.copyflow.topics.Topics by TopicsTest: mvn test -pl schemas -Dtest=TopicsTest -Ddocs.update=true -->

    What Copyflow reads and writes, under the default prefix `%s` and with the default number of
    partitions. `./copyflow topics --create` creates what is missing, with the broker's default
    replication factor; `--check` holds a cluster against this page and names the command that puts
    each difference right. The values' schemas and wire formats are in [schemas.md](schemas.md).

    | topic | key | value | partitions | cleanup |
    |---|---|---|---|---|
    %s
    Record timestamps are the time of ingestion, never a date that an article claims. A record of
    up to %d MiB may be sent to the raw topic; every other topic takes %d MiB, so that whatever came
    in can also go out. Internal topics of the processor are not listed here: they are its own.
    %s\
    """
        .formatted(
            Topics.DEFAULT_PREFIX,
            Topics.standard().all().stream().map(TopicsTest::row).collect(Collectors.joining()),
            Topics.MAX_RAW_BYTES >> 20,
            Topics.MAX_RECORD_BYTES >> 20,
            Topics.standard().all().stream()
                .map(TopicsTest::section)
                .collect(Collectors.joining()));
  }

  private static String row(TopicSpec spec) {
    return "| `%s` | %s | `%s` | %d | %s |\n"
        .formatted(
            spec.name(),
            spec.key(),
            spec.value().getName(),
            spec.partitions(),
            spec.config().get("cleanup.policy"));
  }

  private static String section(TopicSpec spec) {
    var settings =
        spec.config().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(setting -> "- `%s=%s`\n".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    return "\n## `%s`\n\n%s\n\n%s".formatted(spec.name(), spec.why(), settings);
  }
}
