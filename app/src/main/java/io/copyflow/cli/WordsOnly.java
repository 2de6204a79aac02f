package io.copyflow.cli;

import io.copyflow.ingest.progress.Progress;

/** Ingest's words, without its counts: for where lines of verdicts already show that it moves. */
final class WordsOnly implements Progress {

  private final Terminal terminal;

  WordsOnly(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void found(long files) {}

  @Override
  public void done(boolean sent, long bytes) {}

  @Override
  public void says(String line) {
    terminal.err().println("copyflow: " + line);
  }

  @Override
  public void close() {}
}
