package io.copyflow.replay.diff;

import io.copyflow.avro.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * An article's fields as lines that can be compared: by their path in the schema ({@code
 * images.caption}), a line for each line of a text and for each item of a list. Whatever field the
 * schema gains is compared without further ado.
 */
final class FieldLines {

  /** Where it lies, what it follows, and who made it: no rule for extraction changes these. */
  private static final Set<String> NO_CONTENT =
      Set.of(
          "revision",
          "supersedes",
          "document",
          "raw",
          "collectedAt",
          "cause",
          "generation",
          "attempt",
          "extractor.name",
          "extractor.version");

  private final SortedMap<String, List<String>> lines = new TreeMap<>();

  private FieldLines() {}

  /** The lines of each field that has any, by the field's path. */
  static SortedMap<String, List<String>> of(Article article) {
    var fields = new FieldLines();
    fields.record("", article, false);
    return fields.lines;
  }

  private void record(String prefix, IndexedRecord record, boolean isItem) {
    for (Schema.Field field : record.getSchema().getFields()) {
      String path = prefix + field.name();
      if (!NO_CONTENT.contains(path)) {
        add(path, record.get(field.pos()), isItem);
      }
    }
  }

  private void add(String path, @Nullable Object value, boolean isItem) {
    if (value instanceof IndexedRecord record) {
      record(path + ".", record, isItem);
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> add(path, item, true));
    } else if (value != null) {
      all(path).addAll(List.of(value.toString().split("\n", -1)));
    } else if (isItem) {
      // Keeps the others in their places: which picture has no caption is a difference.
      all(path).add("");
    }
  }

  private List<String> all(String path) {
    return lines.computeIfAbsent(path, name -> new ArrayList<>());
  }
}
