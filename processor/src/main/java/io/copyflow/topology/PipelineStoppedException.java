package io.copyflow.topology;

import org.jspecify.annotations.Nullable;

/** The processor stopped before its work was done; its message is one line for users. */
public final class PipelineStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PipelineStoppedException(@Nullable Throwable cause) {
    super(
        "the processor stopped"
            + (cause == null ? "" : ": " + root(cause))
            + "; start it again, nothing was half written",
        cause);
  }

  /** Streams wraps a cause in several of its own; the innermost says what happened. */
  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
