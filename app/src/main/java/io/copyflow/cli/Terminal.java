package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.logging.Printable;
import io.copyflow.logging.Talk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the outside world.
 *
 * @param out for data
 * @param err for talk
 * @param environment the process's variables
 * @param directory in which the user is
 */
record Terminal(PrintStream out, PrintStream err, Map<String, String> environment, Path directory) {

  /** In UTF-8 whatever the locale: data must not depend on where it is printed. */
  static Terminal ofProcess() {
    return new Terminal(
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(new Talk(System.err), true, UTF_8),
        System.getenv(),
        Path.of(""));
  }

  /** Tells the user something in one line, which text of strangers cannot break. */
  void say(String line) {
    err.println("copyflow: " + Printable.line(line));
  }
}
