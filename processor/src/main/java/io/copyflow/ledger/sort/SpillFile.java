package io.copyflow.ledger.sort;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Iterator;

/** A temporary file of sorted runs, one behind the other. Used by one thread. */
final class SpillFile implements AutoCloseable {

  private static final int WRITE_BUFFER_BYTES = 64 << 10;

  private final TempSpace space;
  private final FileChannel channel;
  private long end;

  SpillFile(TempSpace space) {
    this.space = space;
    this.channel = space.file();
  }

  /**
   * Writes records that come in order.
   *
   * @param bytes about how many that will be
   */
  Run write(Iterator<byte[]> records, long bytes) {
    space.require(bytes);
    long start = end;
    try {
      channel.position(start);
      var out =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), WRITE_BUFFER_BYTES));
      while (records.hasNext()) {
        byte[] record = records.next();
        out.writeInt(record.length);
        out.write(record);
      }
      out.flush();
      end = channel.position();
    } catch (IOException e) {
      throw space.failed(e);
    }
    space.taken(end - start);
    return new Run(channel, space, start, end);
  }

  @Override
  public void close() {
    space.given(end);
    try {
      channel.close();
    } catch (IOException e) {
      throw space.failed(e);
    }
  }
}
