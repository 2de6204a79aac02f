package io.copyflow.topology;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Holds whoever reads raw records back, so that what runs beside keeps its speed. Asked before each
 * record; used by the thread that reads.
 */
@FunctionalInterface
public interface Pace {

  /** As fast as it goes. */
  Pace FULL = () -> {};

  /** Waits until the next record may be read. */
  void next();

  /**
   * At most so many records in a second, evenly.
   *
   * @param perSecond at least 1
   */
  static Pace rate(int perSecond) {
    return new Rate(
        Duration.ofSeconds(1).toNanos() / perSecond, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * For each moment of work a moment of rest: about half of what one processor core can do, however
   * fast it is. A rest is short, so that waiting for records does not count as work.
   */
  static Pace half() {
    return new Half(System::nanoTime, LockSupport::parkNanos);
  }

  /** Waits for some nanoseconds. */
  interface Waiting {
    /** Waits. */
    void nanos(long nanos);
  }

  /** Even distances between records. */
  final class Rate implements Pace {

    private final long distance;
    private final LongSupplier clock;
    private final Waiting waiting;
    private long next = Long.MIN_VALUE;

    Rate(long distance, LongSupplier clock, Waiting waiting) {
      this.distance = distance;
      this.clock = clock;
      this.waiting = waiting;
    }

    @Override
    public void next() {
      long now = clock.getAsLong();
      if (next != Long.MIN_VALUE && next - now > 0) {
        waiting.nanos(next - now);
        next += distance;
      } else {
        // What was missed is not made up for: a burst is what others would feel.
        next = now + distance;
      }
    }
  }

  /** As much rest as work. */
  final class Half implements Pace {

    private static final long LONGEST = Duration.ofMillis(20).toNanos();

    private final LongSupplier clock;
    private final Waiting waiting;
    private long worksSince = Long.MIN_VALUE;

    Half(LongSupplier clock, Waiting waiting) {
      this.clock = clock;
      this.waiting = waiting;
    }

    @Override
    public void next() {
      if (worksSince != Long.MIN_VALUE) {
        waiting.nanos(Math.min(LONGEST, clock.getAsLong() - worksSince));
      }
      worksSince = clock.getAsLong();
    }
  }
}
