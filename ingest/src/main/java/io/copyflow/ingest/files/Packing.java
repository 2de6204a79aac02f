package io.copyflow.ingest.files;

import java.util.List;
import java.util.Locale;

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
    String lower = name.toLowerCase(Locale.ROOT);
    Packing found = NONE;
    for (Packing packing : values()) {
      // The longer suffixes stand behind the shorter ones that they end with.
      if (packing.suffixes.stream().anyMatch(lower::endsWith)) {
        found = packing;
      }
    }
    return found;
  }

  /** Whether it holds documents with paths of their own. */
  public boolean isArchive() {
    return this != NONE && this != GZIP;
  }
}
