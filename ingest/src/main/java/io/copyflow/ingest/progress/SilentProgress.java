package io.copyflow.ingest.progress;

/** Shows nothing. */
final class SilentProgress implements Progress {

  @Override
  public void found(long files) {}

  @Override
  public void done(boolean sent, long bytes) {}

  @Override
  public void says(String line) {}

  @Override
  public void close() {}
}
