package io.copyflow.ledger.sort;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A stretch of a temporary file that holds records in order.
 *
 * @param channel the file; its position is left alone
 * @param space whose file it is
 * @param start first byte
 * @param end the byte after the last
 */
record Run(FileChannel channel, TempSpace space, long start, long end) {

  long bytes() {
    return end - start;
  }

  /**
   * The records, read once, in order.
   *
   * @param bufferBytes how much memory the reading may take
   */
  Iterator<byte[]> records(int bufferBytes) {
    return new Records(bufferBytes);
  }

  private final class Records implements Iterator<byte[]> {

    private final Stretch stretch = new Stretch();
    private final DataInputStream in;
    private long read = start;

    Records(int bufferBytes) {
      in = new DataInputStream(new BufferedInputStream(stretch, bufferBytes));
    }

    @Override
    public boolean hasNext() {
      return read < end;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        var record = new byte[in.readInt()];
        in.readFully(record);
        read += Integer.BYTES + record.length;
        return record;
      } catch (IOException e) {
        throw space.failed(e);
      }
    }
  }

  /** Reads at positions of its own, so that many runs can be read in turns. */
  private final class Stretch extends InputStream {

    private long position = start;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int wanted = (int) Math.min(length, end - position);
      if (wanted <= 0) {
        return -1;
      }
      int got = channel.read(ByteBuffer.wrap(into, from, wanted), position);
      position += Math.max(0, got);
      return got;
    }
  }
}
