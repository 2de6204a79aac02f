package io.copyflow.wire;

import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schemas as they stand in the sources, and the records that are contracts. */
final class Sources {

  private static final Path FOLDER = Path.of("src/main/avro");

  private Sources() {}

  /** Simple names of the records that are values of topics. */
  static List<String> records() {
    return Topics.standard().all().stream().map(TopicSpec::value).map(Schema::getName).toList();
  }

  /** The schema of a record as it stands in the sources, self-contained. */
  static Schema current(String record) throws IOException {
    return all().get(record);
  }

  /** Every named schema in the sources, by simple name. */
  static Map<String, Schema> all() throws IOException {
    var parser = new SchemaParser();
    SchemaParser.ParseResult parsed = null;
    try (var files = Files.list(FOLDER)) {
      // A field's default can only be checked against an enum that is known by then.
      var enumsFirst = Comparator.comparing((Path file) -> !file.endsWith("Cause.avsc"));
      for (var file : files.sorted(enumsFirst.thenComparing(file -> file)).toList()) {
        parsed = parser.parse(file);
      }
    }
    parser.resolve(parsed);
    Map<String, Schema> schemas = new LinkedHashMap<>();
    parser.getParsedNamedSchemas().forEach(schema -> schemas.put(schema.getName(), schema));
    return schemas;
  }
}
