package io.copyflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where a benchmark keeps what it needs while it runs.
 *
 * @param root removed at the end
 * @param files the corpus, here or the user's own
 */
record BenchFolders(Path root, Path files) {

  Path broker() {
    return root.resolve("broker");
  }

  Path state(String round) {
    return root.resolve("state").resolve(round);
  }

  Path log(String part) {
    return root.resolve(part + ".log");
  }

  /** Bytes of all files in a folder; what vanishes meanwhile counts for nothing. */
  static long bytes(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.mapToLong(BenchFolders::size).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Somebody else was faster.
      return;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
