package io.copyflow.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * When a source sent something, to the minute, in the last five weeks: 6 KB whatever it sends. A
 * pure function of the set of arrivals, so it does not matter in which order partitions tell them.
 *
 * <p>How long a pause is, is measured in what the source usually sends meanwhile (its {@link
 * Pace}), not by the clock: eight hours of a night in which nothing ever comes are no pause, twenty
 * minutes of a busy noon may be a long one. So measured (the time-rescaling theorem of point
 * processes), a source's pauses are alike at all hours, and the longest of five weeks say what is
 * usual. The longest of all is left out: one outage must not teach that outages are usual.
 *
 * <p>Not thread-safe.
 */
final class Rhythm {

  /** How far back it remembers. */
  static final Duration MEMORY = Duration.ofDays(35);

  /** No source is known before each hour of the week was seen. */
  static final Duration LEARNING = Duration.ofDays(8);

  private static final int MINUTES = (int) MEMORY.toMinutes();
  private static final int FEWEST_PAUSES = 10;
  private static final int WEEK_HOURS = 7 * 24;

  /** When what was learned is looked at again, though nothing came; in minutes. */
  private static final int STALE = 10;

  private final BitSet minutes = new BitSet(MINUTES);
  private int told;
  private Learned learned = new Learned(-1, -1, Optional.empty());

  /** The minute, of the epoch, after the latest that is remembered. */
  private long end;

  /**
   * What is usual.
   *
   * @param most what is expected during the longest pause but one
   */
  record Usual(Pace pace, double most) {}

  /** For what state of things something was learned. */
  private record Learned(int told, long slot, Optional<Usual> usual) {}

  /** Something arrived; what is older than the memory reaches is passed over. */
  void saw(Instant at) {
    long minute = minute(at);
    if (minute >= end) {
      forgetUntil(minute + 1);
    }
    if (minute >= end - MINUTES && !minutes.get(slot(minute))) {
      minutes.set(slot(minute));
      told++;
    }
  }

  static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60L);
  }

  static Instant instant(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }

  private void forgetUntil(long newEnd) {
    if (newEnd - end >= MINUTES) {
      minutes.clear();
    } else {
      for (long minute = end; minute < newEnd; minute++) {
        minutes.clear(slot(minute));
      }
    }
    end = newEnd;
  }

  private static int slot(long minute) {
    return (int) Math.floorMod(minute, (long) MINUTES);
  }

  /** The latest arrival, to the minute; empty when there was none. */
  Optional<Instant> last() {
    return minutes.isEmpty() ? Optional.empty() : Optional.of(instant(end - 1));
  }

  /**
   * What is usual for this source; empty while too little is known.
   *
   * @param now what lies more than the memory before it says nothing about today
   */
  Optional<Usual> usual(Instant now) {
    long slot = minute(now) / STALE;
    if (learned.told() != told || learned.slot() != slot) {
      learned = new Learned(told, slot, learn(minute(now) - MINUTES));
    }
    return learned.usual();
  }

  private Optional<Usual> learn(long from) {
    long first = next(Math.max(from, end - MINUTES));
    if (end - first < LEARNING.toMinutes()) {
      return Optional.empty();
    }
    Pace pace = pace(first);
    double longest = 0;
    double second = 0;
    int pauses = 0;
    long before = first;
    for (long at = next(before + 1); at < end; at = next(before + 1)) {
      double pause = pace.expected(before, at);
      second = Math.max(second, Math.min(longest, pause));
      longest = Math.max(longest, pause);
      before = at;
      pauses++;
    }
    return pauses < FEWEST_PAUSES
        ? Optional.empty()
        : Optional.of(new Usual(pace, Math.max(1, second)));
  }

  private Pace pace(long first) {
    var arrivals = new int[WEEK_HOURS];
    var visits = new int[WEEK_HOURS];
    for (long hour = first / 60; hour * 60 < end; hour++) {
      visits[Pace.hourOfWeek(hour)]++;
    }
    for (long at = first; at < end; at = next(at + 1)) {
      arrivals[Pace.hourOfWeek(at / 60)]++;
    }
    return new Pace(arrivals, visits);
  }

  /** The first minute with an arrival from here on; {@link #end} when there is none. */
  private long next(long minute) {
    long at = minute;
    while (at < end) {
      int slot = slot(at);
      int found = minutes.nextSetBit(slot);
      if (found >= 0 && found - slot < end - at) {
        return at + found - slot;
      }
      // From here on to the end of the ring there is nothing; go on at its beginning.
      at += MINUTES - slot;
    }
    return end;
  }
}
