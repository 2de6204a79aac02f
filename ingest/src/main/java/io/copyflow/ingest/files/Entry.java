package io.copyflow.ingest.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A file or folder to take, as its folder lists it; its name encoded by {@link FileNames}. */
@SuppressWarnings("ArrayRecordComponent") // compared by order only
record Entry(String name, byte[] sortKey, Path path, boolean folder, long size)
    implements Comparable<Entry> {

  static Entry folder(String name, Path path) {
    return new Entry(name, key(name + "/"), path, true, 0);
  }

  static Entry file(String name, Path path, Packing packing, long size) {
    return new Entry(name, key(packing.isArchive() ? name + "/" : name), path, false, size);
  }

  /**
   * With the slash, folders and archives stand where their files stand in the order of full paths:
   * "a.txt" < "a/b" although "a" < "a.txt".
   */
  private static byte[] key(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(Entry other) {
    return Arrays.compareUnsigned(sortKey, other.sortKey);
  }
}
