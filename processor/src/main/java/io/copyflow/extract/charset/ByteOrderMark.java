package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A byte order mark at the start of a file.
 *
 * @param charset what it says
 * @param length its bytes
 */
record ByteOrderMark(Charset charset, int length) {

  /** UTF-32 first: its little-endian mark begins with that of UTF-16. */
  private static final List<Marked> MARKED =
      Stream.of(
              StandardCharsets.UTF_8,
              Charset.forName("UTF-32BE"),
              Charset.forName("UTF-32LE"),
              StandardCharsets.UTF_16BE,
              StandardCharsets.UTF_16LE)
          .map(charset -> new Marked(charset, "\uFEFF".getBytes(charset)))
          .toList();

  /** An encoding with the mark as it is written in it. */
  private record Marked(Charset charset, byte[] mark) {

    boolean begins(byte[] content) {
      return content.length >= mark.length
          && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
  }

  static Optional<ByteOrderMark> of(byte[] content) {
    for (Marked marked : MARKED) {
      if (marked.begins(content)) {
        return Optional.of(new ByteOrderMark(marked.charset(), marked.mark().length));
      }
    }
    return Optional.empty();
  }
}
