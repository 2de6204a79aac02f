package io.copyflow.topology;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Says the same thing seldom: the first time, and each time that it has happened ten times as
 * often. A million records of one kind make seven lines. Thread-safe.
 */
final class Seldom {

  private static final int MOST_KINDS = 100;

  private final Logger log;
  private final String message;
  private final ConcurrentHashMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /** Says a message, with one {@code {}} for what it is about. */
  Seldom(Logger log, String message) {
    this.log = log;
    this.message = message;
  }

  /** It has happened again. What has a kind too many is counted with the others. */
  void say(String kind, String about, Throwable cause) {
    boolean isKnown = counts.containsKey(kind) || counts.size() < MOST_KINDS;
    var count = counts.computeIfAbsent(isKnown ? kind : "", key -> new AtomicLong());
    long times = count.incrementAndGet();
    if (times == 1) {
      log.warn(message, OneLine.of(about), cause);
    } else if (isPowerOfTen(times)) {
      log.warn(message + ": {}, {} times by now", OneLine.of(about), OneLine.of(kind), times);
    }
  }

  private static boolean isPowerOfTen(long times) {
    long left = times;
    while (left % 10 == 0) {
      left /= 10;
    }
    return left == 1;
  }
}
