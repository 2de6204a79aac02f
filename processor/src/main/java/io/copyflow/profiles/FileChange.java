package io.copyflow.profiles;

import java.util.List;

/**
 * An article that comes out otherwise.
 *
 * @param path of the file, relative to the folder
 * @param differences the fields that change, at least one
 */
public record FileChange(String path, List<Difference> differences) {

  /** A change that nobody changes afterwards. */
  public FileChange {
    differences = List.copyOf(differences);
  }

  int weight() {
    return differences.stream().mapToInt(Difference::weight).sum();
  }
}
