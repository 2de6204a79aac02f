package io.copyflow.cli;

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

  static Terminal ofProcess() {
    return new Terminal(System.out, System.err, System.getenv(), Path.of(""));
  }
}
