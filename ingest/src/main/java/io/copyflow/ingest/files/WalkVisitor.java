package io.copyflow.ingest.files;

import java.nio.file.Path;

/** Meets what a {@link FolderWalk} finds, in the order of the walk, on the walk's thread. */
public interface WalkVisitor {

  /** A folder is about to be listed. */
  default void folder(Path folder) {}

  /**
   * A regular file, or an archive.
   *
   * @param path its path from the base, names encoded by {@link FileNames}, {@code /} between them
   * @param file where it lies
   * @param bytes its size when the folder was listed
   */
  void file(String path, Path file, long bytes);

  /** A file or folder that cannot be taken, and why, in one line. */
  void leftOut(Path file, String reason);

  /** A file or folder that the policy passes over. */
  void ignored();

  /** Whether the walk should end early; asked before each entry. */
  boolean stopped();
}
