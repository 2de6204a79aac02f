package io.copyflow.ingest.watch;

import io.copyflow.ingest.files.Sha256;
import io.copyflow.ingest.files.Sha256Table;
import io.copyflow.ingest.files.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * In which state each file was when it was last read, so that a scan need not read it again. A file
 * whose size, times, inode and device are the same has the same content: each write sets the time
 * of the last status change, which no program can set. Three things are excepted: a write in the
 * same tick of the file system's clock as the reading, so a file that changed just before is not
 * remembered; a program that writes through a memory map, whose later writes may set no time for
 * some seconds; and file systems of other machines, which may tell old times. Hence the full
 * readings now and then.
 *
 * <p>Holds two scans' files, 43 to 86 bytes each. Not thread-safe.
 */
public final class SeenFiles {

  /** Many times the coarsest tick of a local file system's clock. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private Sha256Table last = new Sha256Table();
  private Sha256Table now = new Sha256Table();

  /** A scan of all files begins: what it does not meet is forgotten when the next one does. */
  public void nextScan() {
    last = now;
    now = new Sha256Table();
  }

  /** Forgets all: every file is read again. */
  public void clear() {
    last = new Sha256Table();
    now = new Sha256Table();
  }

  /** Whether a file is in the state that it was read in. */
  public boolean has(String path, Stamp stamp) {
    Sha256 key = hash(path);
    Sha256 state = hash(stamp.toString());
    if (now.has(key, state)) {
      return true;
    }
    boolean was = last.has(key, state);
    if (was) {
      now.put(key, state);
    }
    return was;
  }

  /** A file was read in a state; remembered unless that is too young to be trusted. */
  public void put(String path, Stamp stamp, Instant clock) {
    boolean old = stamp.latest().isBefore(clock.minus(TICK));
    now.put(hash(path), old ? hash(stamp.toString()) : null);
  }

  private static Sha256 hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
