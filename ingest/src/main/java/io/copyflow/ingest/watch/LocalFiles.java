package io.copyflow.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which file systems set the time of the last status change at each write, and tell it. */
public final class LocalFiles {

  private static final Set<String> TRUSTED =
      Set.of(
          "ext2",
          "ext3",
          "ext4",
          "xfs",
          "btrfs",
          "zfs",
          "f2fs",
          "bcachefs",
          "tmpfs",
          "overlay",
          "overlayfs",
          "apfs",
          "hfs",
          "ufs");

  private LocalFiles() {}

  /** Whether a path lies on one of them; file systems of other machines may tell old times. */
  public static boolean tellTrueTimes(Path path) {
    try {
      String type = Files.getFileStore(path).type().toLowerCase(Locale.ROOT);
      return TRUSTED.contains(type)
          && path.getFileSystem().supportedFileAttributeViews().contains("unix");
    } catch (IOException e) {
      return false;
    }
  }
}
