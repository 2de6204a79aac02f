package io.copyflow.ingest.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A file or folder to take, as its folder lists it. */
@SuppressWarnings("ArrayRecordComponent") // compared by order only
record Entry(byte[] sortKey, Path path, boolean folder, long size) implements Comparable<Entry> {

  static Entry of(String name, Path path, boolean folder, long size) {
    // With the slash, folders stand where their files stand in the order of full paths:
    // "a.txt" < "a/b" although "a" < "a.txt".
    String key = folder ? name + "/" : name;
    return new Entry(key.getBytes(StandardCharsets.UTF_8), path, folder, size);
  }

  /** The encoded name, for a folder with a slash behind it. */
  String name() {
    return new String(sortKey, StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(Entry other) {
    return Arrays.compareUnsigned(sortKey, other.sortKey);
  }
}
