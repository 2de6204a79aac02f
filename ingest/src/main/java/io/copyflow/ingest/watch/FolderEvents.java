package io.copyflow.ingest.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import io.copyflow.ingest.files.FileNames;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file system's notices that something was created or changed. They are hints: they are lost when
 * many files come, do not exist on network file systems and end at the system's limit of watched
 * folders, so whoever uses them looks at everything now and then. One thread at a time; {@link
 * #close} may be called from any, and ends a wait.
 */
public final class FolderEvents implements AutoCloseable {

  /** So many paths are told one by one; of more, only the folders. */
  private static final int MOST_PATHS = 10_000;

  private final @Nullable WatchService service;
  private final Consumer<String> says;
  private boolean toldLimit;

  /**
   * Notices of a file system.
   *
   * @param says hears when no more folders can be watched
   */
  public FolderEvents(FileSystem fileSystem, Consumer<String> says) {
    this.says = says;
    this.service = open(fileSystem);
  }

  /** Asks for notices of a folder's own entries; asked again, it changes nothing. */
  public void add(Path folder) {
    try {
      if (service != null) {
        var unused = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY);
      }
    } catch (IOException e) {
      if (!toldLimit && Files.isDirectory(folder)) {
        toldLimit = true;
        says.accept(
            "no notices of changes in %s (%s): scans find them, later; on Linux, raise fs.inotify.max_user_watches"
                .formatted(
                    FileNames.shown(folder), FileNames.text(String.valueOf(e.getMessage()))));
      }
    } catch (ClosedWatchServiceException e) {
      // Whoever closed this knows.
    }
  }

  /**
   * Waits for notices.
   *
   * @param longest ends the wait when nothing comes
   * @return paths that were created or changed, folders among them; empty when the wait ended
   */
  public Set<Path> await(Duration longest) throws InterruptedException {
    Set<Path> changed = new HashSet<>();
    try {
      if (service == null) {
        Thread.sleep(Math.min(1000, longest.toMillis()));
        return changed;
      }
      WatchKey key = service.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
      while (key != null) {
        collect(key, changed);
        key = service.poll();
      }
    } catch (ClosedWatchServiceException e) {
      return changed;
    }
    return changed;
  }

  @Override
  public void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      says.accept("closing the notices of changes failed: " + e.getMessage());
    }
  }

  private static void collect(WatchKey key, Set<Path> changed) {
    Path folder = (Path) key.watchable();
    for (WatchEvent<?> event : key.pollEvents()) {
      boolean named = event.kind() != OVERFLOW && changed.size() < MOST_PATHS;
      changed.add(named ? folder.resolve((Path) event.context()) : folder);
    }
    if (!key.reset() || !Files.isDirectory(folder)) {
      // It was moved: a scan finds it under its new name, where this would go on telling the old.
      key.cancel();
    }
  }

  private @Nullable WatchService open(FileSystem fileSystem) {
    try {
      return fileSystem.newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      says.accept("no notices of changes (%s): scans find them, later".formatted(e.getMessage()));
      return null;
    }
  }
}
