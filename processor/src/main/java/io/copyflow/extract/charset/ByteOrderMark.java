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

  /** UTF-32 first: its little-endian mark begins with that of UTF-16. */
  private static final List<Charset> MARKED =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("UTF-32BE"),
          Charset.forName("UTF-32LE"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  static Optional<ByteOrderMark> of(byte[] content) {
    return MARKED.stream()
        .map(charset -> new ByteOrderMark(charset, "\uFEFF".getBytes(charset).length))
        .filter(mark -> mark.begins(content))
        .findFirst();
  }

  private boolean begins(byte[] content) {
    byte[] mark = "\uFEFF".getBytes(charset);
    return content.length >= length && Arrays.equals(content, 0, length, mark, 0, length);
  }
}
