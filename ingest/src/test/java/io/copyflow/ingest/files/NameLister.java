package io.copyflow.ingest.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Prints the paths of a folder's files, in UTF-8 whatever the locale. */
final class NameLister {

  private NameLister() {}

  /** Argument: the folder, in ASCII. */
  public static void main(String[] args) throws IOException {
    Found found =
        Found.in(Path.of(args[0]), new WalkPolicy(true, List.of(), false, true, Globs.ALL));
    System.out.write(String.join("\n", found.paths).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
