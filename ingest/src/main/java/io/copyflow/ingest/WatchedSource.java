package io.copyflow.ingest;

import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Reasons;
import io.copyflow.ingest.files.Stamp;
import io.copyflow.ingest.watch.FolderEvents;
import io.copyflow.ingest.watch.LocalFiles;
import io.copyflow.ingest.watch.SeenFiles;
import io.copyflow.ingest.watch.Settling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source that is looked at again and again: takes files that are complete and not in the state in
 * which they were read already.
 */
final class WatchedSource implements Gate {

  private final Source source;
  private final FileAccess access;
  private final FolderEvents events;
  private final Settling settling;
  private final SeenFiles seen = new SeenFiles();
  private final InstantSource clock = InstantSource.system();
  private final boolean trustsTimes;
  private Set<Path> hints = Set.of();
  private @Nullable Stamp opened;

  WatchedSource(Source source, IngestSettings settings, FolderEvents events) {
    this.source = source;
    this.events = events;
    this.access = source.access(settings.walk());
    this.settling = new Settling(settings.pace().settle(), System::nanoTime);
    this.trustsTimes =
        !settings.pace().reread().isZero() && LocalFiles.tellTrueTimes(source.base());
  }

  Source source() {
    return source;
  }

  /** Whether unchanged files are spared. */
  boolean trustsTimes() {
    return trustsTimes;
  }

  /** All files follow. */
  void nextScan(boolean rereads) {
    hints = Set.of();
    if (rereads || !trustsTimes) {
      seen.clear();
    } else {
      seen.nextScan();
    }
  }

  /** What is to be looked at now, of what notices tell and of what was waited for. */
  Set<Path> next(Set<Path> changed) {
    hints = new HashSet<>(changed);
    hints.removeIf(path -> !path.startsWith(source.base()));
    Set<Path> all = settling.due();
    all.addAll(hints);
    return all;
  }

  /** Forgets files that were waited for and did not show. */
  void looked(Set<Path> at) {
    settling.forget(at);
  }

  /** How long until there is something to do. */
  Duration rest(Duration longest) {
    return settling.next(longest);
  }

  /** Whether there are more incomplete files than are waited for. */
  boolean wasOverfull() {
    return settling.wasOverfull();
  }

  @Override
  public void lists(Path folder) {
    events.add(folder);
  }

  @Override
  public boolean opens(String path, Path file) {
    try {
      Stamp stamp = access.stamp(file);
      opened = stamp;
      if (seen.has(path, stamp)) {
        return false;
      }
      return settling.isComplete(file, stamp, hints.contains(file), clock.instant());
    } catch (IOException e) {
      // Reading it meets the same, and says so.
      opened = null;
      return true;
    }
  }

  @Override
  public boolean accepts(String path, Path file, ReadResult result) {
    if (!(result instanceof ReadResult.Failed failed)) {
      return true;
    }
    if (failed.fault().equals(Reasons.UNSTABLE)) {
      await(file);
      return false;
    }
    return !failed.fault().equals(Reasons.GONE);
  }

  private void await(Path file) {
    try {
      settling.await(file, access.stamp(file));
    } catch (IOException e) {
      // The next scan sees what has become of it.
    }
  }

  @Override
  public void hasRead(String path) {
    // Its state before it was read: whoever changes it meanwhile gives it another.
    if (opened != null) {
      seen.put(path, opened, clock.instant());
    }
  }
}
