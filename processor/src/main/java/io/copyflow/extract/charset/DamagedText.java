package io.copyflow.extract.charset;

import io.copyflow.extract.charset.Decoding.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/** Text with a few bytes that fit no character, each of which becomes U+FFFD and is counted. */
final class DamagedText {

  /** More than one bad place in so many bytes, and the encoding is not the one that we think. */
  private static final int BYTES_PER_FAULT = 1_000;

  private static final char REPLACEMENT = '\uFFFD';

  private DamagedText() {}

  /**
   * Reads text as browsers do.
   *
   * @return empty when too many bytes do not fit, or the last ones: then the file was cut off
   */
  static Optional<Text> read(byte[] bytes, Charset charset, CharsetOrigin origin) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    int most = Math.max(1, bytes.length / BYTES_PER_FAULT);
    int faults = 0;
    for (CoderResult r = decoder.decode(in, out, true); r.isError(); ) {
      faults++;
      in.position(in.position() + r.length());
      if (faults > most || !in.hasRemaining() || out.remaining() <= in.remaining()) {
        return Optional.empty();
      }
      out.put(REPLACEMENT);
      r = decoder.decode(in, out, true);
    }
    String text = out.flip().toString().replace("\0", "");
    return Optional.of(new Text(text, charset.name(), origin, faults));
  }
}
