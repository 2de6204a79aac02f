package io.copyflow.ingest.lifecycle;

import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves one file, and overwrites nobody's content. The new place is taken first by an empty file,
 * which nobody else can take then; the move replaces that at once. A crash between the two leaves
 * the empty file, which the next attempt uses.
 *
 * @param file to move
 * @param stamp state in which it may be moved
 */
record Mover(Path file, Stamp stamp) {

  private static final FileAccess ACCESS = new FileAccess(false);

  /** What has to happen when the new place is known and before the file is there. */
  interface Before {

    /** Called with the new place. */
    void at(Path place) throws IOException;
  }

  /**
   * Moves the file; where another lies already, to a name with a number behind it. Where the same
   * content lies already, which is what a crash leaves, it only deletes the file.
   *
   * @return where it lies now; empty when it has changed and therefore stays
   */
  Optional<Path> to(Path target, Before before) throws IOException {
    Files.createDirectories(folder(target));
    for (int n = 1; isStill(); n++) {
      Path place = n == 1 ? target : SideNames.beside(target, "." + n);
      if (isOurs(place)) {
        before.at(place);
        return put(place) ? Optional.of(place) : Optional.empty();
      }
      if (isSameContent(place)) {
        Files.delete(file);
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private boolean isStill() throws IOException {
    return stamp.equals(ACCESS.stamp(file));
  }

  /** Takes a place that is free, or that an attempt before this one took. */
  private static boolean isOurs(Path place) throws IOException {
    try {
      Files.createFile(place);
      return true;
    } catch (FileAlreadyExistsException e) {
      return Files.isRegularFile(place) && Files.size(place) == 0;
    }
  }

  private boolean isSameContent(Path place) throws IOException {
    try {
      return Files.isRegularFile(place) && Files.mismatch(file, place) == -1 && isStill();
    } catch (AccessDeniedException e) {
      return false;
    }
  }

  private boolean put(Path place) throws IOException {
    boolean moved = false;
    try {
      moved = rename(place);
    } finally {
      if (!moved && Files.exists(place) && Files.size(place) == 0) {
        Files.delete(place);
      }
    }
    return moved;
  }

  private boolean rename(Path place) throws IOException {
    try {
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return copy(place);
    }
    if (stamp.isSameContent(ACCESS.stamp(place))) {
      return true;
    }
    // Somebody wrote it in between. A newer file of its name would be overwritten by a move back.
    Files.createLink(file, place);
    Files.delete(place);
    return false;
  }

  /** Onto another file system: there in full and on its disk before it is gone here. */
  private boolean copy(Path place) throws IOException {
    Path temporary = temporary(place);
    try {
      try (InputStream in = ACCESS.open(file);
          FileChannel out =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING)) {
        in.transferTo(Channels.newOutputStream(out));
        out.force(true);
      }
      Files.setLastModifiedTime(temporary, FileTime.from(stamp.time()));
      if (!isStill()) {
        return false;
      }
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder(place));
    if (isStill()) {
      Files.delete(file);
      return true;
    }
    return false;
  }

  /** The same at each attempt, so that a crash leaves one at most. */
  private static Path temporary(Path place) {
    byte[] name = FileNames.last(place).getBytes(StandardCharsets.UTF_8);
    return place.resolveSibling(".copyflow-" + Sha256.of(name).hex().substring(0, 16) + ".tmp");
  }

  private static Path folder(Path place) {
    return Objects.requireNonNull(place.getParent());
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
