package io.copyflow.ingest;

/** Lets something happen in the middle of a run, after so many files. */
final class Pausing extends Lines {

  /** Before the first file, when the source has been taken over and nothing been sent. */
  static final int AT_THE_LISTING = 0;

  private final int files;
  private final Runnable event;
  private int done;
  boolean happened;

  Pausing(int files, Runnable event) {
    this.files = files;
    this.event = event;
  }

  @Override
  public void found(long more) {
    if (files == AT_THE_LISTING && !happened) {
      happens();
    }
  }

  @Override
  public void done(boolean sent, long bytes) {
    if (++done == files) {
      happens();
    }
  }

  private void happens() {
    event.run();
    happened = true;
  }
}
