package io.copyflow.ingest;

import io.copyflow.ingest.files.FileNames;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list of paths as other programs write it: bytes, since a name need not be text. */
public final class PathList {

  private PathList() {}

  /**
   * All paths of a list; empty lines are passed over.
   *
   * @param in read to its end, not closed
   * @param end what stands behind each path: a line feed, or NUL, which no name can hold
   * @param folder that relative paths start from
   */
  public static List<Path> read(InputStream in, char end, Path folder) throws IOException {
    var buffered = new BufferedInputStream(in);
    List<Path> paths = new ArrayList<>();
    var path = new ByteArrayOutputStream();
    for (int b = buffered.read(); b >= 0; b = buffered.read()) {
      if (b == end) {
        add(path, folder, paths);
      } else {
        path.write(b);
      }
    }
    add(path, folder, paths);
    return paths;
  }

  private static void add(ByteArrayOutputStream path, Path folder, List<Path> paths) {
    if (path.size() > 0) {
      paths.add(FileNames.path(folder, path.toByteArray()));
      path.reset();
    }
  }
}
