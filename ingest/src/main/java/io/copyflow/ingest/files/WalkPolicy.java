package io.copyflow.ingest.files;

import java.util.List;

/**
 * What a walk takes. It never takes pipes, sockets and devices, and names each.
 *
 * @param hidden whether files and folders whose name begins with a dot are taken
 * @param ignoredSuffixes a file whose name ends so is somebody's half-written one and is passed
 *     over
 * @param followLinks whether symbolic links inside the folder are followed; the path that was given
 *     is followed in any case
 */
public record WalkPolicy(boolean hidden, List<String> ignoredSuffixes, boolean followLinks) {

  /** A policy whose suffixes nobody changes afterwards. */
  public WalkPolicy {
    ignoredSuffixes = List.copyOf(ignoredSuffixes);
  }

  boolean takesFolder(String name) {
    return hidden || !name.startsWith(".");
  }

  boolean takesFile(String name) {
    return takesFolder(name) && ignoredSuffixes.stream().noneMatch(name::endsWith);
  }
}
