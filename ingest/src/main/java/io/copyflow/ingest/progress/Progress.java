package io.copyflow.ingest.progress;

import java.util.function.Consumer;

/**
 * Hears how sending goes. Called on the sending thread, once per file, unless it says otherwise: be
 * quick. Every text that it is given is one line without control characters.
 */
public interface Progress extends AutoCloseable {

  /** Whether it shows how much is left: then folders are listed once more, to count it ahead. */
  boolean wantsTotal();

  /**
   * All that a run will go through has been counted; told once or never. Called on any thread.
   *
   * @param bytes of files as they lie there, archives packed
   */
  void total(long bytes);

  /**
   * A document was looked at.
   *
   * @param sent whether it was sent, or was known already
   */
  void done(boolean sent);

  /** So many more bytes of those that {@link #total} counts have been gone through. */
  void passed(long bytes);

  /** Something that a person should know: what is waited for, what was left out and why. */
  void says(String line);

  /** The end; a bar leaves the terminal in order. */
  @Override
  void close();

  /** Hears and shows nothing. */
  static Progress silent() {
    return wordsOnly(line -> {});
  }

  /** Words without counts: for programs, and where something else shows that it moves. */
  static Progress wordsOnly(Consumer<String> talk) {
    return new WordsOnly(talk);
  }

  /**
   * What suits this process: a bar on standard error when that is a terminal (without colour when
   * {@code NO_COLOR} is set, see <a href="https://no-color.org">no-color.org</a>), else a line
   * every 10 seconds.
   */
  static Progress onStandardError() {
    return Terminal.isStandardError()
        ? new BarProgress(System.err, Terminal.allowsColour(System.getenv("NO_COLOR")))
        : new LineProgress(System.err, System::nanoTime);
  }
}
