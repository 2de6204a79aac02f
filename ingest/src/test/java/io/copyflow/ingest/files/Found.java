package io.copyflow.ingest.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a walk meets. */
final class Found implements WalkVisitor {

  final List<String> paths = new ArrayList<>();
  final List<String> leftOut = new ArrayList<>();
  int ignored;

  static Found in(Path folder, WalkPolicy policy) {
    var found = new Found();
    new FolderWalk(policy, found).walk(folder);
    return found;
  }

  @Override
  public void file(String path, Path file, long bytes) {
    paths.add(path);
  }

  @Override
  public void leftOut(Path file, String reason) {
    leftOut.add(FileNames.last(file) + ": " + reason);
  }

  @Override
  public void ignored() {
    ignored++;
  }

  @Override
  public boolean stopped() {
    return false;
  }
}
