package io.copyflow.ingest.progress;

/** Shows nothing. */
final class SilentProgress implements Progress {

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
  public void says(String line) {}

  @Override
  public void close() {}
}
