package io.copyflow.topology;

import io.copyflow.avro.Reread;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How far a raw record that was read again has come.
 *
 * @param attempt its latest reading
 * @param leaves whether its former article has yet to let go of it
 */
record Progress(int attempt, boolean leaves) {

  private static final int BYTES = Integer.BYTES + 1;

  /** What the store holds; nothing for a raw record that was read once. */
  static Progress of(byte @Nullable [] stored) {
    if (stored == null) {
      return new Progress(Attempts.FIRST, false);
    }
    var bytes = ByteBuffer.wrap(stored);
    return new Progress(bytes.getInt(), bytes.get() == 1);
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(BYTES).putInt(attempt).put((byte) (leaves ? 1 : 0)).array();
  }

  /** Whether a request asks for what has not taken place. */
  boolean admits(Reread request) {
    boolean comesBack = leaves && request.getPrevious() == null;
    return request.getAttempt() > attempt || request.getAttempt() == attempt && comesBack;
  }
}
