package io.copyflow.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as it lay there at one moment. A file that is truncated while it is read gives a
 * short read and no error, and one that is written gives a mixture: so size, time and inode must be
 * the same before and after, or the file is read again. Never maps files into memory: truncation
 * would kill the virtual machine's thread. Thread-safe.
 */
public final class FileReader {

  private static final int ATTEMPTS = 3;
  private static final int CHUNK = 1 << 16;

  private final int maxBytes;
  private final LinkOption[] stat;
  private final OpenOption[] open;

  /**
   * A reader with a limit.
   *
   * @param maxBytes larger files are hashed and not held
   * @param followLinks whether a path may be a symbolic link; otherwise opening one fails, also
   *     when it took a file's place after the folder was listed
   */
  public FileReader(int maxBytes, boolean followLinks) {
    this.maxBytes = maxBytes;
    this.stat = followLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    this.open = stat;
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
    Stamp before = stamp(file);
    try (InputStream in = Files.newInputStream(file, open)) {
      Optional<ReadResult> result =
          before.size() > maxBytes ? hashed(in, before) : whole(in, before);
      return before.equals(stamp(file)) ? result : Optional.empty();
    }
  }

  private static Optional<ReadResult> whole(InputStream in, Stamp stamp) throws IOException {
    byte[] content = in.readNBytes((int) stamp.size() + 1);
    return content.length == stamp.size()
        ? Optional.of(new ReadResult.Whole(content, Sha256.of(content), stamp.time().toInstant()))
        : Optional.empty();
  }

  private static Optional<ReadResult> hashed(InputStream in, Stamp stamp) throws IOException {
    MessageDigest digest = Sha256.start();
    var chunk = new byte[CHUNK];
    long bytes = 0;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      digest.update(chunk, 0, n);
      bytes += n;
    }
    return bytes == stamp.size()
        ? Optional.of(
            new ReadResult.TooLarge(bytes, Sha256.finish(digest), stamp.time().toInstant()))
        : Optional.empty();
  }

  private Stamp stamp(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class, stat);
    return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  /** What tells one state of a file from another; {@code key} is null where inodes are unknown. */
  private record Stamp(long size, FileTime time, @Nullable Object key) {}
}
