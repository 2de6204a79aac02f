package io.copyflow.topology;

import io.copyflow.identity.RawKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Says the same thing seldom: the first time, and each time that it has happened ten times as
 * often. A million records of one kind make seven lines. Each line names a record to look at, for
 * programs too: {@code document} and {@code raw}. Thread-safe.
 */
public final class Seldom {

  private static final int MOST_KINDS = 100;

  private final Logger log;
  private final Level level;
  private final String message;
  private final ConcurrentHashMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /**
   * Says a message.
   *
   * @param message of our own words; what it is about is said behind it
   */
  public Seldom(Logger log, Level level, String message) {
    this.log = log;
    this.level = level;
    this.message = message;
  }

  /** It has happened again with a raw record. */
  void say(String kind, RawKey raw, @Nullable Throwable cause) {
    String position = raw.partition() + "-" + raw.offset();
    say(
        kind,
        "%s, raw record %s".formatted(raw.document(), position),
        cause == null ? null : wordless(cause),
        log.atLevel(level)
            .addKeyValue("document", OneLine.of(raw.document()))
            .addKeyValue("raw", position));
  }

  /**
   * It has happened again.
   *
   * @param kind of which it is; one too many is counted with the others
   * @param about which one; may be anybody's text, and is cut
   * @param cause whose stack trace the first line has
   */
  public void say(String kind, String about, @Nullable Throwable cause) {
    say(kind, about, cause, log.atLevel(level));
  }

  private void say(
      String kind, String about, @Nullable Throwable cause, LoggingEventBuilder event) {
    boolean isKnown = counts.containsKey(kind) || counts.size() < MOST_KINDS;
    String counted = isKnown ? kind : "others";
    long times = counts.computeIfAbsent(counted, key -> new AtomicLong()).incrementAndGet();
    if (!isPowerOfTen(times)) {
      return;
    }
    String line = "%s (%s): %s".formatted(message, OneLine.of(kind), OneLine.of(about));
    var counting = event.addKeyValue("kind", OneLine.of(kind)).addKeyValue("times", times);
    if (times > 1) {
      counting.log(line + "; " + times + " times by now");
    } else {
      counting.setCause(cause).log(line);
    }
  }

  /** A message may quote the article: "For input string: …". Where it broke says enough. */
  private static Throwable wordless(Throwable cause) {
    var bare = new Throwable(cause.getClass().getName());
    bare.setStackTrace(cause.getStackTrace());
    return bare;
  }

  private static boolean isPowerOfTen(long times) {
    long left = times;
    while (left % 10 == 0) {
      left /= 10;
    }
    return left == 1;
  }
}
