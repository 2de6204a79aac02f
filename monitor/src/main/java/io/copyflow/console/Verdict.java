package io.copyflow.console;

import org.jspecify.annotations.Nullable;

/**
 * Whether all is well, in one line.
 *
 * @param kind what is the matter
 * @param detail a sentence with the figures
 * @param doneAt when it is expected to be over, in milliseconds of the epoch; null when nobody can
 *     say
 */
public record Verdict(Kind kind, String detail, @Nullable Long doneAt) {

  /** How bad it is. */
  public enum Level {
    /** Nothing to do. */
    WELL,
    /** It takes time, and passes. */
    BUSY,
    /** Somebody should look. */
    WARNING,
    /** Nothing is processed. */
    BAD
  }

  /** What is the matter. */
  public enum Kind {
    /** What comes in is processed. */
    HEALTHY(Level.WELL, "Healthy"),
    /** It has not begun yet. */
    STARTING(Level.BUSY, "Starting"),
    /** Partitions are being shared out. */
    REBALANCING(Level.BUSY, "Sharing out partitions"),
    /** State is read from the cluster. */
    RESTORING(Level.BUSY, "Restoring state"),
    /** More waits than is usual, and it becomes less. */
    CATCHING_UP(Level.BUSY, "Behind, catching up"),
    /** More waits than is usual, and it does not become less. */
    FALLING_BEHIND(Level.WARNING, "Behind, not catching up"),
    /** Records wait, and nothing is committed. */
    NO_PROGRESS(Level.BAD, "No progress"),
    /** Kafka is away. */
    CLUSTER_GONE(Level.BAD, "The cluster does not answer"),
    /** It is being stopped. */
    STOPPING(Level.WARNING, "Stopping"),
    /** It has stopped because of a failure. */
    STOPPED(Level.BAD, "Stopped");

    private final Level level;
    private final String title;

    Kind(Level level, String title) {
      this.level = level;
      this.title = title;
    }

    /** How bad it is. */
    public Level level() {
      return level;
    }

    /** What it is called, in two words. */
    public String title() {
      return title;
    }
  }

  static Verdict of(Kind kind, String detail) {
    return new Verdict(kind, detail, null);
  }

  /** How bad it is. */
  public Level level() {
    return kind.level();
  }
}
