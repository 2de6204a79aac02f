package io.copyflow.ingest.lifecycle;

import java.util.List;

/** One file's way out of the inbox. One of its methods is called once, or none: then it stays. */
public interface Ticket {

  /** For a file that stays in any case. */
  Ticket NONE =
      new Ticket() {
        @Override
        public void done() {}

        @Override
        public void failed(List<String> reasons) {}
      };

  /** All that is in the file has been committed to Kafka. */
  void done();

  /**
   * Something in the file cannot be ingested, and the rest has been committed.
   *
   * @param reasons one line each
   */
  void failed(List<String> reasons);
}
