package io.copyflow.ingest.archive;

import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream, which stays open. */
final class Block extends InputStream {

  private final InputStream in;
  private long left;

  Block(InputStream in, long bytes) {
    this.in = in;
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int b = left > 0 ? in.read() : -1;
    left -= b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int n = in.read(into, offset, (int) Math.min(length, left));
    left -= Math.max(0, n);
    return n;
  }
}
