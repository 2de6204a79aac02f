package io.copyflow.ingest.failure;

/** Another ingest of the same source has taken over; this one was fenced and sent nothing since. */
public final class SourceTakenException extends IngestException {

  private static final long serialVersionUID = 1L;

  /** Fenced on a source. */
  public SourceTakenException(String source, Throwable cause) {
    super(
        "another ingest of the source \""
            + source
            + "\" has taken over (or this one stood still for longer than transaction.timeout.ms);"
            + " run only one per source, what was not sent is sent by the next run",
        cause);
  }
}
