package io.copyflow.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much an archive may unpack to. Ten megabytes can unpack to 281 terabytes (D. Fifield, "A
 * better zip bomb", 2019), and hashing them would take for ever. Not thread-safe.
 */
final class Budget {

  /** Similar pages, one after the other, are packed a hundredfold; more is hostile or no text. */
  private static final long FACTOR = 1000;

  private long left;

  /**
   * A budget.
   *
   * @param packedBytes size of the archive
   * @param floor what even the smallest archive may unpack to
   */
  Budget(long packedBytes, long floor) {
    left = floor + FACTOR * Math.min(packedBytes, Long.MAX_VALUE / FACTOR / 2);
  }

  /**
   * Says whether more was asked for than there was.
   *
   * @throws IOException if so
   */
  void check() throws IOException {
    if (left < 0) {
      throw new IOException("it unpacks to more than a thousandfold");
    }
  }

  /** A stream that takes from this budget, and fails when nothing is left. */
  InputStream over(InputStream in) {
    return new Spending(in);
  }

  private long spend(long bytes) throws IOException {
    left -= Math.max(0, bytes);
    check();
    return bytes;
  }

  private final class Spending extends FilterInputStream {

    Spending(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      spend(1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return (int) spend(super.read(into, offset, length));
    }

    @Override
    public long skip(long bytes) throws IOException {
      return spend(super.skip(bytes));
    }
  }
}
