package io.copyflow.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Full transitive compatibility: every version reads every other. */
final class SchemaEvolution {

  private SchemaEvolution() {}

  /** A reader that an evolution breaks. */
  record Broken(String record, String reader, String writer, String path, String reason) {

    @Override
    public String toString() {
      return "%s: %s cannot read what %s writes, at %s: %s"
          .formatted(record, reader, writer, path, reason);
    }
  }

  /**
   * All broken readers among the versions of a record's schema.
   *
   * @param versions schemas by the name that a version goes by in messages
   */
  static List<Broken> broken(String record, Map<String, Schema> versions) {
    return versions.entrySet().stream()
        .flatMap(reader ->
            versions.entrySet().stream().flatMap(writer -> broken(record, reader, writer)))
        .toList();
  }

  private static Stream<Broken> broken(
      String record, Map.Entry<String, Schema> reader, Map.Entry<String, Schema> writer) {
    var avros =
        SchemaCompatibility.checkReaderWriterCompatibility(reader.getValue(), writer.getValue())
            .getResult()
            .getIncompatibilities()
            .stream()
            .map(fault -> new Reason(fault.getLocation(), words(fault)));
    var meanings = new ArrayList<Reason>();
    compareMeaning("", reader.getValue(), writer.getValue(), meanings);
    return Stream.concat(avros, meanings.stream())
        .map(reason ->
            new Broken(record, reader.getKey(), writer.getKey(), reason.path(), reason.text()));
  }

  private record Reason(String path, String text) {}

  private static String words(Incompatibility fault) {
    return fault.getType() + " " + fault.getMessage();
  }

  /** Avro reads a long of milliseconds into one of microseconds without a word. */
  private static void compareMeaning(
      String path, Schema reader, Schema writer, List<Reason> reasons) {
    if (reader.getType() != writer.getType()) {
      return; // Avro's to judge
    }
    if (!Objects.equals(reader.getLogicalType(), writer.getLogicalType())) {
      reasons.add(
          new Reason(
              path,
              "LOGICAL_TYPE reader %s, writer %s"
                  .formatted(reader.getLogicalType(), writer.getLogicalType())));
    }
    switch (reader.getType()) {
      case RECORD -> compareFields(path, reader, writer, reasons);
      case ARRAY ->
          compareMeaning(
              path + "/items", reader.getElementType(), writer.getElementType(), reasons);
      case UNION -> compareBranches(path, reader, writer, reasons);
      default -> {}
    }
  }

  private static void compareFields(
      String path, Schema reader, Schema writer, List<Reason> reasons) {
    for (var field : reader.getFields()) {
      var written = writer.getField(field.name());
      if (written != null) {
        compareMeaning(path + "/" + field.name(), field.schema(), written.schema(), reasons);
      }
    }
  }

  private static void compareBranches(
      String path, Schema reader, Schema writer, List<Reason> reasons) {
    for (var branch : reader.getTypes()) {
      writer.getTypes().stream()
          .filter(written -> written.getFullName().equals(branch.getFullName()))
          .forEach(written -> compareMeaning(path, branch, written, reasons));
    }
  }
}
