package io.copyflow.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The published versions of our schemas, each self-contained. They lie in this jar under {@code
 * io/copyflow/schemas/RECORD/VERSION.avsc}, for consumers in any language. A published version
 * never changes.
 */
public final class PublishedSchemas {

  private PublishedSchemas() {}

  /**
   * All versions of a record's schema, the first one first.
   *
   * @param record simple name, for instance {@code Article}
   */
  public static List<Schema> versions(String record) {
    return IntStream.iterate(1, version -> version + 1)
        .mapToObj(version -> text(record, version))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .map(text -> new Schema.Parser().parse(text))
        .toList();
  }

  /**
   * The latest version of a record's schema.
   *
   * @param record simple name
   * @throws IllegalStateException if there is none
   */
  public static Schema latest(String record) {
    return versions(record).stream()
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalStateException("no published schema of " + record));
  }

  private static Optional<String> text(String record, int version) {
    var name = "/io/copyflow/schemas/" + record + "/" + version + ".avsc";
    return Stream.ofNullable(PublishedSchemas.class.getResourceAsStream(name))
        .map(PublishedSchemas::read)
        .findFirst();
  }

  private static String read(InputStream resource) {
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
