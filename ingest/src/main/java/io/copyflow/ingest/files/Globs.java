package io.copyflow.ingest.files;

import java.util.List;

/**
 * Which paths are taken.
 *
 * @param include a file must match one of them; empty for any
 * @param exclude what matches one of them is not taken, a folder with all that is below it
 */
public record Globs(List<Glob> include, List<Glob> exclude) {

  /** All paths. */
  public static final Globs ALL = new Globs(List.of(), List.of());

  /** Globs that nobody changes afterwards. */
  public Globs {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Globs as they were given. */
  public static Globs of(List<String> include, List<String> exclude) {
    return new Globs(
        include.stream().map(Glob::new).toList(), exclude.stream().map(Glob::new).toList());
  }

  boolean includes(String path) {
    return include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(path));
  }

  boolean excludes(String path) {
    return exclude.stream().anyMatch(glob -> glob.matches(path));
  }
}
