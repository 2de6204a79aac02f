package io.copyflow.ingest.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another.
 *
 * @param size in bytes
 * @param time last modification, as fine as the file system keeps it
 * @param key the inode; null where inodes are unknown
 */
public record Stamp(long size, Instant time, @Nullable Object key) {

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
  }
}
