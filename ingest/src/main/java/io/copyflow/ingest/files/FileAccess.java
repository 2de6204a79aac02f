package io.copyflow.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Opens files. Where links are not followed, a link that took a file's place after its folder was
 * listed is not opened either. Thread-safe.
 *
 * @param followLinks whether a path may be a symbolic link
 */
public record FileAccess(boolean followLinks) {

  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  /** The state that a file is in now. */
  public Stamp stamp(Path file) throws IOException {
    return Stamp.of(file, links());
  }

  /** Its bytes from the first to the last. */
  public InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, (OpenOption[]) links());
  }

  /** Its bytes in any order. */
  public SeekableByteChannel channel(Path file) throws IOException {
    return followLinks
        ? Files.newByteChannel(file, StandardOpenOption.READ)
        : Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private LinkOption[] links() {
    return followLinks ? FOLLOW : NO_FOLLOW;
  }
}
