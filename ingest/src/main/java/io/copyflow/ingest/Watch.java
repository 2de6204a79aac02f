package io.copyflow.ingest;

import io.copyflow.ingest.watch.FolderEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks at sources again and again: at what notices tell within a moment, and at everything now and
 * then, for notices get lost.
 */
final class Watch {

  /** What a watch does with a source. */
  interface Scanner {

    /** Sends what is new in all of it. */
    void scan(WatchedSource source);

    /** Sends what is new of these paths. */
    void scan(WatchedSource source, Collection<Path> changed);
  }

  /** Notices of one act come together. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  /** A pass over what changed may take a fifth of the time. */
  private static final int REST = 4;

  /** Scans take a twentieth, where they spare unchanged files and notices tell what is new. */
  private static final int REST_OF_SCANS = 19;

  private final List<WatchedSource> sources;
  private final IngestSettings settings;
  private final FolderEvents events;
  private final Scanner scanner;
  private final CountDownLatch closing;
  private long scanAt = System.nanoTime();
  private long rereadAt = System.nanoTime();

  /**
   * A watch.
   *
   * @param closing ends it
   */
  Watch(
      List<WatchedSource> sources,
      IngestSettings settings,
      FolderEvents events,
      Scanner scanner,
      CountDownLatch closing) {
    this.sources = sources;
    this.settings = settings;
    this.events = events;
    this.scanner = scanner;
    this.closing = closing;
  }

  /** Until it is closed. */
  void run() throws InterruptedException {
    while (closing.getCount() > 0) {
      if (System.nanoTime() - scanAt >= 0) {
        scanAll();
      }
      Set<Path> changed = new HashSet<>(events.await(rest()));
      if (!changed.isEmpty() && !pause(GATHERING)) {
        changed.addAll(events.await(Duration.ZERO));
      }
      if (!pause(look(changed).multipliedBy(REST))) {
        planScanOfTheRest();
      }
    }
  }

  /** Whether it was closed meanwhile. */
  private boolean pause(Duration pause) throws InterruptedException {
    return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void scanAll() {
    long start = System.nanoTime();
    boolean rereads = start - rereadAt >= 0;
    if (rereads) {
      rereadAt = start + settings.pace().reread().toNanos();
    }
    for (WatchedSource source : sources) {
      source.nextScan(rereads);
      scanner.scan(source);
    }
    long now = System.nanoTime();
    boolean spares = sources.stream().allMatch(WatchedSource::trustsTimes);
    long pause = (now - start) * (spares && !rereads ? REST_OF_SCANS : REST);
    scanAt = now + Math.max(settings.pace().rescan().toNanos(), pause);
  }

  /** How long nothing is to be done, if nothing happens. */
  private Duration rest() {
    Duration rest = Duration.ofNanos(Math.max(0, scanAt - System.nanoTime()));
    for (WatchedSource source : sources) {
      rest = source.rest(rest);
    }
    return rest;
  }

  /** Looks at what changed and at what is due; gives the time that it took. */
  private Duration look(Set<Path> changed) {
    long start = System.nanoTime();
    for (WatchedSource source : sources) {
      Set<Path> next = source.next(changed);
      if (!next.isEmpty()) {
        scanner.scan(source, next);
        source.looked(next);
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void planScanOfTheRest() {
    for (WatchedSource source : sources) {
      if (source.wasOverfull()) {
        scanAt = Math.min(scanAt, System.nanoTime() + settings.pace().settle().toNanos());
      }
    }
  }
}
