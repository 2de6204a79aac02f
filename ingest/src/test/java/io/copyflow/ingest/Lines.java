package io.copyflow.ingest;

import io.copyflow.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is said. */
class Lines implements Progress {

  final List<String> said = new ArrayList<>();

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
    said.add(line);
  }

  @Override
  public void close() {}
}
