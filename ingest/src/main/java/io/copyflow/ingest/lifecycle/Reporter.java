package io.copyflow.ingest.lifecycle;

/** Hears what became of files. */
public interface Reporter {

  /** A file that is in Kafka was moved or deleted. */
  void cleared();

  /** A file that cannot be ingested was moved. */
  void setAside();

  /**
   * A file stays although it should go.
   *
   * @param place where it lies, safe to print
   * @param reason why; one line
   */
  void stays(String place, String reason);
}
