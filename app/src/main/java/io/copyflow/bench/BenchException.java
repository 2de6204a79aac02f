package io.copyflow.bench;

import java.nio.file.Path;

/** A part of the benchmark failed; the message names the log that says why. */
public final class BenchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BenchException(String part, String message, Path log) {
    super("%s failed: %s; its log is %s".formatted(part, message, log));
  }
}
