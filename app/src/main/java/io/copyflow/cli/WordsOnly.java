package io.copyflow.cli;

import io.copyflow.ingest.progress.Progress;

/** Ingest's words, without its counts: for programs, and where verdicts show that it moves. */
final class WordsOnly implements Progress {

  private final Terminal terminal;

  WordsOnly(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean wantsTotal() {
    return false;
  }

  @Override
  public void total(long bytes) {}

  @Override
  public void done(boolean sent) {}

  @Override
  public void passed(long bytes) {}

  @Override
  public void says(String line) {
    terminal.err().println("copyflow: " + line);
  }

  @Override
  public void close() {}
}
