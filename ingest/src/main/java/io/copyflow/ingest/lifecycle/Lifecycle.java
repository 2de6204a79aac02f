package io.copyflow.ingest.lifecycle;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Reasons;
import io.copyflow.ingest.files.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Clears an inbox: what Kafka has for good is moved or deleted, what cannot be ingested is set
 * aside with the reason beside it. A file goes only in the state in which it was read; one that has
 * changed since is a version that the next scan takes. Nothing is remembered between runs: a file
 * that a crash left in the inbox is known to Kafka, and so the next run clears it.
 *
 * <p>{@link #take} may be called by any thread; its tickets, and the reporter, by one.
 */
public final class Lifecycle {

  private static final FileAccess ACCESS = new FileAccess(false);

  private final Afterwards afterwards;
  private final Reporter reporter;
  private final Set<Object> folders = new HashSet<>();

  /**
   * A life cycle; creates its folders, so that one that cannot be written shows at once.
   *
   * @param bases the folders that are ingested, and the archives
   * @throws IngestUsageException when a folder cannot be created, or is one that is ingested
   */
  public Lifecycle(Afterwards afterwards, List<Path> bases, Reporter reporter) {
    this.afterwards = afterwards;
    this.reporter = reporter;
    targets().forEach(folder -> open(folder, bases));
  }

  /** The keys of its folders, to be passed over where they lie inside of what is ingested. */
  public Set<Object> folders() {
    return folders;
  }

  /**
   * Begins with a file, before it is read.
   *
   * @param base that it is ingested from; the file keeps its path from there
   */
  public Ticket take(Path base, Path file) {
    if (!afterwards.touchesFiles()) {
      return Ticket.NONE;
    }
    try {
      return new Departure(file, relative(base, file), ACCESS.stamp(file));
    } catch (IOException e) {
      // It is gone, and reading it will say so.
      return Ticket.NONE;
    }
  }

  private Stream<Path> targets() {
    return Stream.of(afterwards.done(), afterwards.failed()).flatMap(Stream::ofNullable);
  }

  private void open(Path folder, List<Path> bases) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      for (Path base : bases) {
        if (base.toRealPath().startsWith(real)) {
          throw new IngestUsageException(
              "files of %s cannot be moved to %s, which it lies in; choose another folder"
                  .formatted(FileNames.shown(base), FileNames.shown(folder)));
        }
      }
      Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
      if (key != null) {
        folders.add(key);
      }
    } catch (IOException e) {
      throw new IngestUsageException(
          "files cannot be moved to %s: %s".formatted(FileNames.shown(folder), Reasons.of(e)));
    }
  }

  /** Where a file goes below a folder; an archive that is a source of its own has only its name. */
  private static Path relative(Path base, Path file) {
    Path relative = base.relativize(file.toAbsolutePath().normalize());
    Path name = file.getFileName();
    return relative.toString().isEmpty() && name != null ? name : relative;
  }

  /** A file on its way. */
  private final class Departure implements Ticket {

    private final Path file;
    private final Path relative;
    private final Stamp stamp;

    Departure(Path file, Path relative, Stamp stamp) {
      this.file = file;
      this.relative = relative;
      this.stamp = stamp;
    }

    @Override
    public void done() {
      Path done = afterwards.done();
      if (isLink() || (done == null && !afterwards.deletes())) {
        return;
      }
      try {
        boolean gone = done == null ? delete() : moved(done, place -> {}).isPresent();
        if (gone) {
          reporter.cleared();
        }
      } catch (IOException e) {
        stays(e);
      }
    }

    @Override
    public void failed(List<String> reasons) {
      Path failed = afterwards.failed();
      if (failed == null || isLink()) {
        return;
      }
      try {
        if (moved(failed, place -> ReasonFile.write(place, reasons)).isPresent()) {
          reporter.setAside();
        }
      } catch (IOException e) {
        stays(e);
      }
    }

    private boolean isLink() {
      boolean isLink = Files.isSymbolicLink(file);
      if (isLink) {
        reporter.stays(FileNames.shown(file), "a symbolic link; move what it points to yourself");
      }
      return isLink;
    }

    private boolean delete() throws IOException {
      boolean same = stamp.equals(ACCESS.stamp(file));
      if (same) {
        Files.delete(file);
      }
      return same;
    }

    private Optional<Path> moved(Path folder, Mover.Before before) throws IOException {
      return new Mover(file, stamp).to(folder.resolve(relative), before);
    }

    private void stays(IOException e) {
      reporter.stays(FileNames.shown(file), Reasons.of(e).reason());
    }
  }
}
