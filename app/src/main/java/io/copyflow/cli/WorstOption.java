package io.copyflow.cli;

import picocli.CommandLine.Option;

/** How much of a difference to show. */
final class WorstOption {

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of the articles that change most to show (default: 20).")
  private int most;

  int most() throws CommandFailedException {
    if (most < 0) {
      throw new CommandFailedException(ExitCode.USAGE, "--worst takes 0 or more");
    }
    return most;
  }
}
