package io.copyflow.ingest.progress;

/**
 * Hears how sending goes. Called on the sending thread, once per file: be quick. Every text that it
 * is given is one line without control characters.
 */
public interface Progress extends AutoCloseable {

  /** So many more files have been found; more may follow. */
  void found(long files);

  /**
   * A file was looked at.
   *
   * @param sent whether it was sent, or was known already or left out
   * @param bytes of its content that were sent
   */
  void done(boolean sent, long bytes);

  /** Something that a person should know: what is waited for, what was left out and why. */
  void says(String line);

  /** The end; a bar leaves the terminal in order. */
  @Override
  void close();

  /** Hears and shows nothing. */
  static Progress silent() {
    return new SilentProgress();
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
