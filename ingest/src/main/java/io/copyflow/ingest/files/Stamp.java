package io.copyflow.ingest.files;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another.
 *
 * @param size in bytes
 * @param time last modification of the content, as fine as the file system keeps it; programs can
 *     set it
 * @param changed last change of content, name, owner or times, which no program can set; null where
 *     it is unknown
 * @param key the inode and its device; null where they are unknown
 */
public record Stamp(long size, Instant time, @Nullable Instant changed, @Nullable Object key) {

  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";

  private static final FileSystem LOCAL = FileSystems.getDefault();

  /** Asked for once: the answer is a new set each time. */
  private static final boolean LOCAL_IS_UNIX = isUnix(LOCAL);

  private record Inode(Object device, Object number) {}

  /** The state of a file now, as much as its file system tells. */
  static Stamp of(Path file, LinkOption... links) throws IOException {
    if (file.getFileSystem().equals(LOCAL) ? LOCAL_IS_UNIX : isUnix(file.getFileSystem())) {
      return of(Files.readAttributes(file, UNIX, links));
    }
    var attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
    Instant time = attributes.lastModifiedTime().toInstant();
    return new Stamp(attributes.size(), time, null, attributes.fileKey());
  }

  private static boolean isUnix(FileSystem system) {
    return system.supportedFileAttributeViews().contains("unix");
  }

  private static Stamp of(Map<String, Object> unix) {
    return new Stamp(
        (Long) get(unix, "size"),
        ((FileTime) get(unix, "lastModifiedTime")).toInstant(),
        ((FileTime) get(unix, "ctime")).toInstant(),
        new Inode(get(unix, "dev"), get(unix, "ino")));
  }

  private static Object get(Map<String, Object> unix, String name) {
    return Objects.requireNonNull(unix.get(name), name);
  }

  /** Whether it is the same file with the same content, under another name perhaps. */
  public boolean isSameContent(Stamp other) {
    return size == other.size && time.equals(other.time) && Objects.equals(key, other.key);
  }

  /** The last moment at which something changed; a time that a program set, only without that. */
  public Instant latest() {
    return changed == null ? time : changed;
  }

  /** Whether something has content whose last change was not of the content. */
  public boolean isFinished() {
    return size > 0 && changed != null && changed.isAfter(time);
  }
}
