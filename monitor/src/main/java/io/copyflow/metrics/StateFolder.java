package io.copyflow.metrics;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The state of one instance on disk.
 *
 * @param bytes that its files take; a file that goes while it is counted does not count
 * @param free bytes that are left on the disk
 */
public record StateFolder(long bytes, long free) {

  /** Looks at a folder; one that does not exist yet is empty. */
  public static StateFolder at(Path folder) {
    try {
      var sum = new Sum();
      Files.walkFileTree(folder, sum);
      return new StateFolder(sum.bytes, Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return new StateFolder(0, 0);
    }
  }

  private static final class Sum extends SimpleFileVisitor<Path> {

    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.isRegularFile() ? attributes.size() : 0;
      return FileVisitResult.CONTINUE;
    }

    /** RocksDB deletes files all the time. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
