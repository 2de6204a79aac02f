package io.copyflow.ingest.failure;

import org.jspecify.annotations.Nullable;

/**
 * Ingest cannot go on. The message is one line for people: what failed, on what, and what to do.
 * What was committed stays; the next run goes on from there.
 */
public class IngestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Ingest cannot go on because of {@code cause}, if that is known. */
  public IngestException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
