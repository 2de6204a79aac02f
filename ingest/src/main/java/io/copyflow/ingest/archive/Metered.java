package io.copyflow.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a stream. */
final class Metered extends FilterInputStream {

  private long bytes;

  Metered(InputStream in) {
    super(in);
  }

  /** So many bytes so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    bytes += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = super.read(into, offset, length);
    bytes += Math.max(0, n);
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    bytes += skipped;
    return skipped;
  }
}
