package io.copyflow.cli;

import java.util.Locale;

/**
 * What a check found.
 *
 * @param check what was looked at
 * @param detail what is so, and what to do about it where that is not well
 * @param exitCode what it means for the whole, one of {@link ExitCode}
 */
record Finding(String check, State state, String detail, int exitCode) {

  /** How it is. */
  enum State {
    OK,
    WARNING,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String check, String detail) {
    return new Finding(check, State.OK, detail, ExitCode.OK);
  }

  static Finding warning(String check, String detail) {
    return new Finding(check, State.WARNING, detail, ExitCode.OK);
  }

  static Finding failed(String check, String detail) {
    return new Finding(check, State.FAILED, detail, ExitCode.FAILED);
  }

  static Finding unreachable(String check, String detail) {
    return new Finding(check, State.FAILED, detail, ExitCode.UNREACHABLE);
  }
}
