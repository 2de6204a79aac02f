package io.copyflow.extract.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Gzip with a bound: a file of a megabyte may unpack to a thousand. */
final class Gzip {

  private Gzip() {}

  static boolean begins(byte[] content) {
    return content.length > 2 && content[0] == 0x1F && content[1] == (byte) 0x8B;
  }

  /** All that is packed, or one byte more than the limit when there is more. */
  static byte[] unpacked(byte[] content, int maxBytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readNBytes(maxBytes + 1);
    }
  }

  /** The first bytes of what is packed; none when it is damaged. */
  static byte[] beginning(byte[] content, int length) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readNBytes(length);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
