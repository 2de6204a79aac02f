package io.copyflow.ingest.progress;

import java.util.function.Consumer;

/** Passes words on, and shows no counts. */
record WordsOnly(Consumer<String> talk) implements Progress {

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
    talk.accept(line);
  }

  @Override
  public void close() {}
}
