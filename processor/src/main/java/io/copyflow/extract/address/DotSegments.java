package io.copyflow.extract.address;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes {@code .} and {@code ..} out of paths.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986, 5.2.4</a>
 */
final class DotSegments {

  private DotSegments() {}

  /** The path without them; a path that has none, as nearly all, is itself. */
  static String remove(String path) {
    if (!path.startsWith("/") || !path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      boolean up = segment.equals("..");
      if (up) {
        kept.pollLast();
      }
      if (!up && !segment.equals(".")) {
        kept.addLast(segment);
      } else if (last) {
        // What is left names a folder.
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
