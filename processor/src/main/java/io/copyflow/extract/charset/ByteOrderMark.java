package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A byte order mark at the start of a file.
 *
 * @param charset what it says
 * @param length its bytes
 */
record ByteOrderMark(Charset charset, int length) {

  private record Known(byte[] bytes, Charset charset) {
    boolean begins(byte[] content) {
      return content.length >= bytes.length
          && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }
  }

  /** UTF-32 first: its little-endian mark begins with that of UTF-16. */
  private static final List<Known> MARKS =
      List.of(
          new Known(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8),
          new Known(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}, Charset.forName("UTF-32BE")),
          new Known(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0}, Charset.forName("UTF-32LE")),
          new Known(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE),
          new Known(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE));

  static Optional<ByteOrderMark> of(byte[] content) {
    return MARKS.stream()
        .filter(mark -> mark.begins(content))
        .findFirst()
        .map(mark -> new ByteOrderMark(mark.charset(), mark.bytes().length));
  }
}
