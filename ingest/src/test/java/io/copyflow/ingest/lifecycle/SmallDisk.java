package io.copyflow.ingest.lifecycle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own with little room, in memory; its user skips where none can be mounted.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one.
   *
   * @param size as {@code mount} takes it: 64k
   */
  public static SmallDisk at(Path folder, String size) throws Exception {
    Files.createDirectories(folder);
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "no disk that can be filled: mounting takes root");
    return new SmallDisk(folder);
  }

  /** Gives it more room. */
  public void grow(String size) throws InterruptedException {
    runs("mount", "-o", "remount,size=" + size, folder.toString());
  }

  /** Unmounts it. */
  @Override
  public void close() throws InterruptedException {
    runs("umount", "-l", folder.toString());
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
