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
 * @param globs which paths are taken
 */
public record WalkPolicy(
    boolean hidden,
    List<String> ignoredSuffixes,
    boolean followLinks,
    boolean openArchives,
    Globs globs) {

  /** A policy whose suffixes nobody changes afterwards. */
  public WalkPolicy {
    ignoredSuffixes = List.copyOf(ignoredSuffixes);
  }

  /** How a file with this name, or path, is to be read. */
  public Packing packing(String name) {
    return openArchives ? Packing.of(name) : Packing.NONE;
  }

  /**
   * Whether a folder is looked into.
   *
   * @param prefix path of the folder that it lies in, from the base, a slash behind it
   * @param name its own
   */
  public boolean takesFolder(String prefix, String name) {
    return isSeen(name) && !globs.excludes(prefix + name);
  }

  /** Whether an archive is looked into; its members are files. */
  public boolean takesArchive(String prefix, String name) {
    return takesFolder(prefix, name) && isWhole(name);
  }

  /** Whether a file, or a member of an archive, is taken. */
  public boolean takesFile(String prefix, String name) {
    return takesArchive(prefix, name) && globs.includes(prefix + name);
  }

  private boolean isSeen(String name) {
    return hidden || !name.startsWith(".");
  }

  private boolean isWhole(String name) {
    for (String suffix : ignoredSuffixes) {
      if (name.endsWith(suffix)) {
        return false;
      }
    }
    return true;
  }
}
