package io.copyflow.eval;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of archive files: {@code path_a}, {@code path_b} and {@code relation}. Files with one
 * address are one article; files with one text under two addresses are linked. Near-copies are not
 * measured.
 *
 * @param folder that the paths are relative to
 */
record ArchivePairs(Path folder) implements PairLayout {

  @Override
  public Reader open() {
    return this::read;
  }

  private @Nullable Row read(String dataset, Map<String, String> row) {
    String relation = row.getOrDefault("relation", "");
    if (relation.startsWith("same-url")) {
      return pair(dataset, relation, row, Metric.ONE_ARTICLE);
    }
    return relation.startsWith("same-text") ? pair(dataset, relation, row, Metric.LINKED) : null;
  }

  private Row pair(String dataset, String relation, Map<String, String> row, Metric metric) {
    return new LabelledPair(dataset, relation, file(row, "path_a"), file(row, "path_b"), metric);
  }

  private Member file(Map<String, String> row, String column) {
    String path = row.getOrDefault(column, "");
    return new Member.OfFile(path, folder.resolve(path));
  }
}
