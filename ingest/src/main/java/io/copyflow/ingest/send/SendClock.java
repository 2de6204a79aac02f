package io.copyflow.ingest.send;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Timestamps of raw records: the time of ingestion, never going back. Copies are settled by
 * timestamp, then document, so a clock that steps back in mid-run must not make a later file the
 * earlier one. Not thread-safe.
 */
public final class SendClock {

  /**
   * Half of what a broker tolerates ({@code log.message.timestamp.after.max.ms}, one hour): a
   * predecessor with a clock further ahead than this is not followed, or nothing could be sent.
   */
  private static final long TOLERATED_AHEAD = Duration.ofMinutes(30).toMillis();

  private final InstantSource clock;
  private long last;

  /** Timestamps from a clock. */
  public SendClock(InstantSource clock) {
    this.clock = clock;
  }

  /** The timestamp of the next record, milliseconds since the epoch. */
  long next() {
    last = Math.max(clock.millis(), last);
    return last;
  }

  /** Stays behind no timestamp that an earlier run gave. */
  void resumeAt(long timestamp) {
    if (timestamp - clock.millis() <= TOLERATED_AHEAD) {
      last = Math.max(timestamp, last);
    }
  }

  /**
   * Another source follows: its timestamps are later than all before. Inside a source, documents in
   * one millisecond stand in their own order; between sources, names say nothing about the order
   * given.
   */
  public void nextSource() {
    last++;
  }
}
