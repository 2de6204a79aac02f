package io.copyflow.ingest;

import io.copyflow.ingest.files.FolderWalk;
import io.copyflow.ingest.files.WalkVisitor;
import io.copyflow.ingest.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Counts ahead, on a thread of its own, how much a run will go through: a walk that reads no file
 * is soon ahead of the one that does. What comes and goes meanwhile makes it an estimate.
 */
final class Census implements WalkVisitor, AutoCloseable {

  private final List<Source> sources;
  private final Progress progress;
  private final BooleanSupplier stopped;
  private final FolderWalk walk;
  private volatile boolean closed;
  private long bytes;

  /**
   * Counts what lies in sources.
   *
   * @param others keys of folders that are passed over
   * @param progress hears of the sum, if it gets there
   */
  Census(
      List<Source> sources,
      IngestSettings settings,
      Set<Object> others,
      Progress progress,
      BooleanSupplier stopped) {
    this.sources = sources;
    this.progress = progress;
    this.stopped = stopped;
    this.walk = new FolderWalk(settings.walk(), others, this);
  }

  /** Begins, if somebody wants to know. */
  void start() {
    if (progress.wantsTotal()) {
      var thread = new Thread(this::run, "ingest-count");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Counts on this thread. */
  void run() {
    for (Source source : sources) {
      if (source.isArchive()) {
        bytes += source.archiveBytes();
      } else {
        source.walk(walk);
      }
    }
    if (!stopped()) {
      progress.total(bytes);
    }
  }

  /** Ends it early. */
  @Override
  public void close() {
    closed = true;
  }

  @Override
  public void file(String path, Path file, long size) {
    bytes += size;
  }

  @Override
  public void leftOut(Path file, String reason) {
    // The walk that reads meets it as well, and says so.
  }

  @Override
  public void ignored() {
    // Not gone through.
  }

  @Override
  public boolean stopped() {
    return closed || stopped.getAsBoolean();
  }
}
