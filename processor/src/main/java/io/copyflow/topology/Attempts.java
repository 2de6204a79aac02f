package io.copyflow.topology;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Readings of raw records, counted. All but a few are read once, so that number takes no space in
 * stores.
 */
final class Attempts {

  /** The reading of a raw record that came in. */
  static final int FIRST = 1;

  private Attempts() {}

  /**
   * Writes an entry's first byte, and the number where it is not the first.
   *
   * @param flags of the entry
   * @param isReadAgain the flag that a number follows
   */
  static void write(int attempt, int flags, byte isReadAgain, ByteBuffer to) {
    to.put((byte) (attempt == FIRST ? flags : flags | isReadAgain));
    if (attempt != FIRST) {
      ByteUtils.writeUnsignedVarint(attempt, to);
    }
  }

  /** The number behind an entry's first byte. */
  static int read(byte flags, byte isReadAgain, ByteBuffer from) {
    return (flags & isReadAgain) == 0 ? FIRST : ByteUtils.readUnsignedVarint(from);
  }
}
