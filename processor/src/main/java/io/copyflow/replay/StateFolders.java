package io.copyflow.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** State folders of generations on this machine. */
final class StateFolders {

  private StateFolders() {}

  /** Deletes a folder, and the one that it lies in when that is empty then. */
  static void delete(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        for (Path path : all(folder)) {
          Files.delete(path);
        }
      }
      Path parent = folder.getParent();
      if (parent != null && Files.isDirectory(parent) && isEmpty(parent)) {
        Files.delete(parent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the state folder " + folder, e);
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }
}
