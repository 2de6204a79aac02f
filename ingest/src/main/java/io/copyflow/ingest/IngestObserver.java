package io.copyflow.ingest;

import java.time.Duration;

/**
 * Is told what an ingest does, for metrics. Called by the sending thread: be quick, never throw.
 */
public interface IngestObserver {

  /** Hears and does nothing. */
  IngestObserver NONE = new IngestObserver() {};

  /**
   * A transaction was committed: readers see its records.
   *
   * @param bytes of the records' values
   */
  default void committed(String source, int records, long bytes) {}

  /** All files of a source were looked at once; what was new is sent and committed. */
  default void scanned(String source, Duration took) {}
}
