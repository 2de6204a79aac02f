package io.copyflow.ingest.files;

import java.util.List;

/**
 * How a file holds documents. Its name says so, never its content: what a file is must not change
 * with it.
 */
public enum Packing {
  /** It is a document itself. */
  NONE,
  /** It is one document, packed by gzip. */
  GZIP(".gz"),
  /** Members with names, and a directory at the end. */
  ZIP(".zip"),
  /** Members with names, one after the other. */
  TAR(".tar"),
  /** The same, packed as a whole by gzip. */
  TAR_GZIP(".tar.gz", ".tgz"),
  /** The same, packed as a whole by Zstandard. */
  TAR_ZSTD(".tar.zst", ".tzst"),
  /** Records of a crawler. */
  WARC(".warc"),
  /** The same, each packed by gzip, or all of them. */
  WARC_GZIP(".warc.gz");

  private static final List<Packing> ALL = List.of(values());

  private final List<String> suffixes;

  Packing(String... suffixes) {
    this.suffixes = List.of(suffixes);
  }

  /**
   * The packing that a name tells; the case of letters does not matter.
   *
   * @param name of a file, or its path
   */
  public static Packing of(String name) {
    Packing found = NONE;
    for (Packing packing : ALL) {
      // The longer suffixes stand behind the shorter ones that they end with.
      if (packing.ends(name)) {
        found = packing;
      }
    }
    return found;
  }

  /** Without streams and copies: each file of a scan is asked several times. */
  private boolean ends(String name) {
    for (String suffix : suffixes) {
      int start = name.length() - suffix.length();
      if (start >= 0 && name.regionMatches(true, start, suffix, 0, suffix.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds documents with paths of their own. */
  public boolean isArchive() {
    return this != NONE && this != GZIP;
  }
}
