package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published versions against the sources. After a change of a schema, {@code mvn test -pl
 * schemas -Dtest=PublishedSchemasTest -Dschemas.publish=true} writes the next version.
 */
class PublishedSchemasTest {

  private static final Path FOLDER = Path.of("published");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> records() {
    return Sources.records();
  }

  @ParameterizedTest
  @MethodSource("records")
  void latestVersion_isTheCurrentSchema(String record) throws IOException {
    var current = Sources.current(record);
    if (Boolean.getBoolean("schemas.publish") && !isPublished(record, current)) {
      publish(record, current);
    }

    assertThat(isPublished(record, current))
        .as(
            "the schema of %s is its version %d; if the change is meant, publish it with"
                + " mvn test -pl schemas -Dtest=PublishedSchemasTest -Dschemas.publish=true",
            record, count(record))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyVersion_readsEveryOther(String record) throws IOException {
    assertThat(SchemaEvolution.broken(record, versions(record))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void versionsInTheJar_areTheFolders(String record) {
    assertThat(PublishedSchemas.versions(record)).isNotEmpty().hasSize(count(record));
  }

  @Test
  void unknownRecord_hasNoVersions() {
    assertThat(PublishedSchemas.versions("Nothing")).isEmpty();
    assertThatThrownBy(() -> PublishedSchemas.latest("Nothing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no published schema of Nothing");
  }

  private static boolean isPublished(String record, Schema current) throws IOException {
    var count = count(record);
    // As text: a doc or a default that changed is a new version too.
    return count > 0
        && JSON.readTree(Files.readString(file(record, count)))
            .equals(JSON.readTree(current.toString()));
  }

  private static void publish(String record, Schema current) throws IOException {
    // What is published stays; so nothing that breaks a reader gets that far.
    assertThat(SchemaEvolution.broken(record, versions(record))).isEmpty();
    var file = file(record, count(record) + 1);
    Files.createDirectories(file.getParent());
    Files.writeString(file, current.toString(true) + "\n");
  }

  private static Map<String, Schema> versions(String record) throws IOException {
    Map<String, Schema> versions = new LinkedHashMap<>();
    for (int version = 1; version <= count(record); version++) {
      versions.put("version " + version, parsed(file(record, version)));
    }
    versions.put("the current schema", Sources.current(record));
    return versions;
  }

  private static int count(String record) {
    int count = 0;
    while (Files.exists(file(record, count + 1))) {
      count++;
    }
    return count;
  }

  private static Path file(String record, int version) {
    return FOLDER.resolve(record).resolve(version + ".avsc");
  }

  private static Schema parsed(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }
}
