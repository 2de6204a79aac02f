package io.copyflow.ingest.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a person looks at standard error. */
final class Terminal {

  private Terminal() {}

  /**
   * {@code System.console()} tells about standard input and output, and from JDK 22 on it is there
   * without any terminal; Linux names what stands behind a file descriptor.
   */
  static boolean isStandardError() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return isTerminal(target) && !"dumb".equals(System.getenv("TERM"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  static boolean isTerminal(String device) {
    return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
  }

  /** Set and not empty means no, whatever the value. */
  static boolean allowsColour(@Nullable String noColor) {
    return noColor == null || noColor.isEmpty();
  }
}
