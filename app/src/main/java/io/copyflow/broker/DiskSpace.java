package io.copyflow.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Room on the disk of a directory.
 *
 * @param usableBytes how much there is now
 */
record DiskSpace(Path directory, LongSupplier usableBytes) {

  /** With less, Kafka does not fail in order: it writes its indexes through memory. */
  private static final long FULL_BYTES = 2 << 20;

  static DiskSpace of(Path directory) {
    return new DiskSpace(directory, () -> usableBytes(directory));
  }

  boolean isFull() {
    return usableBytes.getAsLong() < FULL_BYTES;
  }

  /** What to tell when it is. */
  String line() {
    return "the disk that holds " + directory + " is full; make room and start again";
  }

  private static long usableBytes(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      // Whatever is wrong with the disk, it is not known to be full.
      return Long.MAX_VALUE;
    }
  }
}
