package io.copyflow.topology;

import org.jspecify.annotations.Nullable;

/** The processor stopped before its work was done; its message is one line for users. */
public final class PipelineStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String REMEDY = "; start it again, nothing was half written";

  PipelineStoppedException(@Nullable Throwable cause) {
    this(cause, null);
  }

  /**
   * @param line what happened, and on what; null where the cause alone says it
   */
  PipelineStoppedException(@Nullable Throwable cause, @Nullable String line) {
    super("the processor stopped" + why(cause, line) + REMEDY, cause);
  }

  private static String why(@Nullable Throwable cause, @Nullable String line) {
    if (cause == null) {
      return "";
    }
    return ": " + (line == null ? root(cause) : line);
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
