package io.copyflow.ingest.watch;

import io.copyflow.ingest.files.Stamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which files are complete. A file that somebody writes looks like any other between two writes, so
 * one is complete when its state has not changed for a while. The while is short for a file whose
 * last change was none of its content: it was moved here, or its writer set its time, which is what
 * writers do in the end.
 *
 * <p>Ages by the wall clock count only for files that nobody heard of; a clock that steps makes no
 * file complete that is seen to change. Not thread-safe.
 */
public final class Settling {

  /** So many files are waited for one by one; more are looked at again by the next scan. */
  private static final int MOST_WAITING = 10_000;

  /** A finished file waits for this part of the time. */
  private static final int FINISHED = 6;

  private final Duration quiet;
  private final LongSupplier nanoTime;
  private final Map<Path, Waiting> waiting = new HashMap<>();
  private boolean overfull;

  private record Waiting(Stamp stamp, long since, long needed) {

    long due() {
      return since + needed;
    }
  }

  /**
   * Waits for files.
   *
   * @param quiet how long a file must not have changed
   * @param nanoTime as {@link System#nanoTime}
   */
  public Settling(Duration quiet, LongSupplier nanoTime) {
    this.quiet = quiet;
    this.nanoTime = nanoTime;
  }

  /**
   * Whether a file is complete; if not, it is waited for.
   *
   * @param stamp its state now
   * @param hint whether a notice told of it, so that its age means nothing
   * @param now by the wall clock
   */
  public boolean isComplete(Path file, Stamp stamp, boolean hint, Instant now) {
    Waiting before = waiting.get(file);
    if (before == null && !hint && stamp.latest().isBefore(now.minus(quiet))) {
      return true;
    }
    if (before == null || !before.stamp().equals(stamp)) {
      await(file, stamp);
      return quiet.isZero();
    }
    if (nanoTime.getAsLong() - before.due() < 0) {
      return false;
    }
    waiting.remove(file);
    return true;
  }

  /** Waits for a file that changed while it was read. */
  public void await(Path file, Stamp stamp) {
    if (waiting.size() >= MOST_WAITING && !waiting.containsKey(file)) {
      overfull = true;
      return;
    }
    long needed = quiet.toNanos() / (stamp.isFinished() ? FINISHED : 1);
    waiting.put(file, new Waiting(stamp, nanoTime.getAsLong(), needed));
  }

  /** Files that are to be looked at again by now. */
  public Set<Path> due() {
    long now = nanoTime.getAsLong();
    Set<Path> due = new HashSet<>();
    waiting.forEach((file, one) -> {
      if (now - one.due() >= 0) {
        due.add(file);
      }
    });
    return due;
  }

  /** Forgets files that were looked at and are still due: they are not there any more. */
  public void forget(Set<Path> looked) {
    Set<Path> gone = due();
    gone.retainAll(looked);
    waiting.keySet().removeAll(gone);
  }

  /** Whether more files are incomplete than are waited for; asked again, the answer is no. */
  public boolean wasOverfull() {
    boolean was = overfull;
    overfull = false;
    return was;
  }

  /** How long until the next file is due; no longer than so long. */
  public Duration next(Duration longest) {
    long now = nanoTime.getAsLong();
    return waiting.values().stream()
        .map(one -> Duration.ofNanos(Math.max(0, one.due() - now)))
        .reduce(longest, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
