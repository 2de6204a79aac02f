package io.copyflow.ingest.send;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps of raw records: the time of ingestion, never going back. Copies are settled by
 * timestamp, then document, so a clock that steps back in mid-run must not make a later file the
 * earlier one; and what is sent after a document whose key is greater, as the members of an archive
 * may be, has a later timestamp. So records are in the order in which they are sent. Not
 * thread-safe.
 */
public final class SendClock {

  /**
   * Half of what a broker tolerates ({@code log.message.timestamp.after.max.ms}, one hour): a
   * predecessor with a clock further ahead than this is not followed, or nothing could be sent.
   */
  private static final long TOLERATED_AHEAD = Duration.ofMinutes(30).toMillis();

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

  private final InstantSource clock;
  private long last;
  private byte @Nullable [] lastKey;

  /** Timestamps from a clock. */
  public SendClock(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The timestamp of the next record, milliseconds since the epoch. In a source whose keys fall
   * with every record, more than a thousand a second take it ahead of the clock; once it is as far
   * ahead as a later run would follow, it takes each millisecond's time.
   *
   * @param key of the record
   */
  long next(byte[] key) {
    long now = clock.millis();
    if (now > last) {
      last = now;
    } else if (lastKey != null && Arrays.compareUnsigned(key, lastKey) <= 0) {
      last++;
      if (last - now > TOLERATED_AHEAD) {
        LockSupport.parkNanos(TICK);
      }
    }
    lastKey = key;
    return last;
  }

  /** Stays behind no record that an earlier run sent. */
  void resumeAt(long timestamp) {
    if (timestamp - clock.millis() <= TOLERATED_AHEAD && timestamp >= last) {
      last = timestamp + 1;
    }
  }

  /**
   * Another source follows: its timestamps are later than all before. Inside a source, documents in
   * one millisecond stand in their own order; between sources, names say nothing about the order
   * given.
   */
  public void nextSource() {
    last++;
    lastKey = null;
  }
}
