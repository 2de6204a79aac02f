package io.copyflow.cli;

/** A command that ends early, for a reason that its user can do something about. */
final class CommandFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param line what failed, on what, and what to do
   */
  CommandFailedException(int exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
