package io.copyflow.ingest;

/** Lets something happen in the middle of a run, after so many files. */
final class Pausing extends Lines {

  /** Before the first file, when something was left out and nothing has been sent. */
  static final int AT_A_WORD = 0;

  private final int files;
  private final Runnable event;
  private int done;
  boolean happened;

  Pausing(int files, Runnable event) {
    this.files = files;
    this.event = event;
  }

  @Override
  public void says(String line) {
    super.says(line);
    if (files == AT_A_WORD && !happened) {
      happens();
    }
  }

  @Override
  public void done(boolean sent) {
    if (++done == files) {
      happens();
    }
  }

  private void happens() {
    happened = true;
    event.run();
  }
}
