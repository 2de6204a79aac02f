package io.copyflow.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Reads a document from a stream whose length nobody knows. */
public final class Content {

  private static final int CHUNK = 1 << 16;

  private Content() {}

  /**
   * All of a stream: held up to the limit, beyond it only hashed.
   *
   * @param in read to its end, not closed
   * @param maxBytes most bytes that are held
   * @param told goes into the result
   */
  public static ReadResult read(InputStream in, int maxBytes, Told told) throws IOException {
    byte[] content = in.readNBytes(maxBytes + 1);
    return content.length <= maxBytes
        ? new ReadResult.Whole(content, Sha256.of(content), told)
        : hashed(content, in, told);
  }

  static ReadResult.TooLarge hashed(byte[] first, InputStream rest, Told told) throws IOException {
    MessageDigest digest = Sha256.start(first);
    var chunk = new byte[CHUNK];
    long bytes = first.length;
    for (int n = rest.read(chunk); n >= 0; n = rest.read(chunk)) {
      digest.update(chunk, 0, n);
      bytes += n;
    }
    return new ReadResult.TooLarge(bytes, Sha256.finish(digest), told);
  }
}
