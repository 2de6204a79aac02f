package io.copyflow.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file as it lay there at one moment. A file that is truncated while it is read gives a
 * short read and no error, and one that is written gives a mixture: so size, time and inode must be
 * the same before and after, or the file is read again. Never maps files into memory: truncation
 * would kill the virtual machine's thread. Thread-safe.
 */
public final class FileReader {

  private static final int ATTEMPTS = 3;
  private static final byte[] NOTHING = {};

  private final int maxBytes;
  private final FileAccess access;

  /**
   * A reader with a limit.
   *
   * @param maxBytes larger files are hashed and not held
   * @param access how files are opened
   */
  public FileReader(int maxBytes, FileAccess access) {
    this.maxBytes = maxBytes;
    this.access = access;
  }

  /** Reads a file; gives up on one that still changes at the third attempt. */
  public ReadResult read(Path file) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<ReadResult> result = attempt(file);
        if (result.isPresent()) {
          return result.get();
        }
      }
      return new ReadResult.Failed(Reasons.UNSTABLE);
    } catch (IOException e) {
      return new ReadResult.Failed(Reasons.of(e));
    }
  }

  /** Empty when the file was not the same before and after. */
  private Optional<ReadResult> attempt(Path file) throws IOException {
    Stamp before = access.stamp(file);
    try (InputStream in = access.open(file)) {
      Optional<ReadResult> result =
          before.size() > maxBytes ? hashed(in, before) : whole(in, before);
      return before.equals(access.stamp(file)) ? result : Optional.empty();
    }
  }

  private static Optional<ReadResult> whole(InputStream in, Stamp stamp) throws IOException {
    var content = new byte[(int) stamp.size()];
    return in.readNBytes(content, 0, content.length) == content.length && in.read() < 0
        ? Optional.of(new ReadResult.Whole(content, Sha256.of(content), Told.at(stamp.time())))
        : Optional.empty();
  }

  private static Optional<ReadResult> hashed(InputStream in, Stamp stamp) throws IOException {
    ReadResult.TooLarge large = Content.hashed(NOTHING, in, Told.at(stamp.time()));
    return large.bytes() == stamp.size() ? Optional.of(large) : Optional.empty();
  }
}
