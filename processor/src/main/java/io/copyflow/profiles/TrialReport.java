package io.copyflow.profiles;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.List;

/**
 * What one publisher file changes in a folder of articles.
 *
 * @param domain that the file is for
 * @param replaces true when there are rules for the domain already
 * @param files how many files the folder holds
 * @param applied how many of them the rules of the domain apply to, before or after
 * @param changes the articles that come out otherwise, in the order of their paths
 */
public record TrialReport(
    String domain, boolean replaces, int files, int applied, List<FileChange> changes) {

  /** A report that nobody changes afterwards. */
  public TrialReport {
    changes = List.copyOf(changes);
  }

  /** The fields that change at all, in the order of {@link Field}. */
  public List<FieldCount> counts() {
    return Arrays.stream(Field.values())
        .map(this::count)
        .filter(count -> count.changed() + count.appeared() + count.vanished() > 0)
        .toList();
  }

  /** The articles that change most, most first. */
  public List<FileChange> worst(int most) {
    return changes.stream()
        .sorted(comparingInt(FileChange::weight).reversed().thenComparing(FileChange::path))
        .limit(most)
        .toList();
  }

  private FieldCount count(Field field) {
    var count = new FieldCount(field, 0, 0, 0);
    for (FileChange change : changes) {
      for (Difference difference : change.differences()) {
        count = difference.field() == field ? count.plus(difference) : count;
      }
    }
    return count;
  }
}
