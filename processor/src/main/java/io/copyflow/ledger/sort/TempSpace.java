package io.copyflow.ledger.sort;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Disk for temporary files, in one folder. A file has no name from the moment it is open, where the
 * system can do so, and takes its space with it however the process ends. Used by one thread.
 */
public final class TempSpace {

  /** What others on the same disk are left. */
  private static final long SPARED_BYTES = 64 << 20;

  private final Path folder;
  private final String setting;
  private long used;
  private long peak;

  /**
   * Space in a folder that exists.
   *
   * @param setting what chooses the folder, for messages
   */
  public TempSpace(Path folder, String setting) {
    this.folder = folder;
    this.setting = setting;
  }

  /** The most that was in use at a time, in bytes. */
  public long peakBytes() {
    return peak;
  }

  /**
   * Makes sure that so much can be written now, before time is spent on what cannot end well.
   *
   * @throws TempSpaceException when the disk has less, with something spared for others
   */
  public void require(long bytes) {
    long free = freeBytes();
    if (free - SPARED_BYTES < bytes) {
      throw new TempSpaceException(
          "%s has %,d MB of disk left, and %,d MB are needed for temporary files; free some, or set %s to a folder on a larger disk"
              .formatted(folder, free >> 20, (bytes + SPARED_BYTES) >> 20, setting));
    }
  }

  /** A new empty file that is gone when it is closed. */
  FileChannel file() {
    try {
      Path file = Files.createTempFile(folder, "copyflow-", ".tmp");
      return FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void taken(long bytes) {
    used += bytes;
    peak = Math.max(peak, used);
  }

  void given(long bytes) {
    used -= bytes;
  }

  TempSpaceException failed(IOException e) {
    return new TempSpaceException(
        "cannot keep temporary files in %s: %s; set %s to another folder"
            .formatted(folder, e, setting),
        e);
  }

  private long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
