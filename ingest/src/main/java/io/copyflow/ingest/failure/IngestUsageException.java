package io.copyflow.ingest.failure;

/** What was asked for makes no sense: a setting, a path, two sources of one name. */
public final class IngestUsageException extends IngestException {

  private static final long serialVersionUID = 1L;

  /** The message is one line for people. */
  public IngestUsageException(String message) {
    super(message, null);
  }
}
