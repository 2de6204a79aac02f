package io.copyflow.ingest.files;

import java.util.List;

/**
 * What is taken of a folder, and of an archive, which is a folder in a file. Pipes, sockets and
 * devices are never taken, and each is named.
 *
 * @param hidden whether files and folders whose name begins with a dot are taken
 * @param ignoredSuffixes a file whose name ends so is somebody's half-written one and is passed
 *     over
 * @param followLinks whether symbolic links inside the folder are followed; the path that was given
 *     is followed in any case
 * @param openArchives whether archives and packed files are opened; otherwise each is a document
 *     like any other file
 */
public record WalkPolicy(
    boolean hidden, List<String> ignoredSuffixes, boolean followLinks, boolean openArchives) {

  /** A policy whose suffixes nobody changes afterwards. */
  public WalkPolicy {
    ignoredSuffixes = List.copyOf(ignoredSuffixes);
  }

  /** How a file with this name, or path, is to be read. */
  public Packing packing(String name) {
    return openArchives ? Packing.of(name) : Packing.NONE;
  }

  /** Whether a folder with this name is looked into. */
  public boolean takesFolder(String name) {
    return hidden || !name.startsWith(".");
  }

  /** Whether a file with this name is taken. */
  public boolean takesFile(String name) {
    return takesFolder(name) && ignoredSuffixes.stream().noneMatch(name::endsWith);
  }
}
