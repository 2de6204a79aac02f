package io.copyflow.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where what waits is going, from the last minute of looks. The cluster is asked every few seconds
 * only, so that single looks say nothing. Used by one thread.
 */
final class Trend {

  private static final Duration SPAN = Duration.ofSeconds(60);
  private static final double LEAST_PER_SECOND = 0.1;

  private record Mark(Instant at, long waiting, long toRestore) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  void saw(Look look) {
    var restore = look.vitals().restore();
    long toRestore = restore.stores() == 0 ? 0 : restore.remaining();
    marks.addLast(new Mark(look.at(), look.waiting(), toRestore));
    while (marks.getFirst().at().isBefore(look.at().minus(SPAN))) {
      marks.removeFirst();
    }
  }

  /** Records by which what waits becomes less in a second; negative when it grows. */
  private double drainPerSecond() {
    return perSecond(marks.getFirst().waiting() - marks.getLast().waiting());
  }

  private double perSecond(long change) {
    double seconds =
        Duration.between(marks.getFirst().at(), marks.getLast().at()).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : change / seconds;
  }

  /** Whether what waits becomes less. */
  boolean isFalling() {
    return !marks.isEmpty() && drainPerSecond() >= LEAST_PER_SECOND;
  }

  /** How fast it changes, in words; empty when it does not. */
  Optional<String> pace() {
    double pace = marks.isEmpty() ? 0 : drainPerSecond();
    return Math.abs(pace) < LEAST_PER_SECOND
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "%,.0f %s a second", Math.abs(pace), pace > 0 ? "fewer" : "more"));
  }

  /** When nothing will wait any more at this pace. */
  @Nullable Long drained(Look now) {
    return marks.isEmpty() ? null : expected(now.at(), now.waiting(), drainPerSecond());
  }

  /** When state will be restored at this pace. */
  @Nullable Long restored(Look now) {
    if (marks.isEmpty()) {
      return null;
    }
    double pace = perSecond(marks.getFirst().toRestore() - marks.getLast().toRestore());
    return expected(now.at(), marks.getLast().toRestore(), pace);
  }

  private static @Nullable Long expected(Instant now, long left, double perSecond) {
    return perSecond < LEAST_PER_SECOND
        ? null
        : now.toEpochMilli() + (long) (1000 * left / perSecond);
  }
}
