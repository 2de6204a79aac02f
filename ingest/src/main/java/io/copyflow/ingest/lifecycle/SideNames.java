package io.copyflow.ingest.lifecycle;

import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Names derived from a file's, as bytes, and no longer than a file system allows. */
final class SideNames {

  private static final int MAX_BYTES = 255;
  private static final int HASH_DIGITS = 8;

  private SideNames() {}

  /** The file's name with something behind it; a name that gets too long is cut, and hashed. */
  static Path beside(Path file, String suffix) {
    byte[] name = FileNames.decode(FileNames.last(file));
    byte[] end = suffix.getBytes(StandardCharsets.UTF_8);
    if (name.length + end.length > MAX_BYTES) {
      String hash = "~" + Sha256.of(name).hex().substring(0, HASH_DIGITS);
      end = (hash + suffix).getBytes(StandardCharsets.UTF_8);
      name = Arrays.copyOf(name, wholeCharacters(name, MAX_BYTES - end.length));
    }
    byte[] whole = Arrays.copyOf(name, name.length + end.length);
    System.arraycopy(end, 0, whole, name.length, end.length);
    return FileNames.path(Objects.requireNonNull(file.getParent()), whole);
  }

  /** The longest length that does not cut a character of UTF-8. */
  private static int wholeCharacters(byte[] name, int length) {
    int end = length;
    while (end > 0 && (name[end] & 0xC0) == 0x80) {
      end--;
    }
    return end == 0 ? length : end;
  }
}
