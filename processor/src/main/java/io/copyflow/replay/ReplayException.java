package io.copyflow.replay;

import org.jspecify.annotations.Nullable;

/** A replay cannot go on; its message is one line for users and names the remedy. */
public final class ReplayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayException(String message) {
    super(message);
  }

  ReplayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
