package io.copyflow.bench;

/** Something that is measured, in a process of its own. Used by one thread. */
interface Work extends AutoCloseable {

  /** Makes everything ready for a round: what happens here is not counted. */
  void open(Round round) throws Exception;

  /** Does the round's work, or waits until it is done: this is counted. */
  void finish() throws Exception;

  /** Ends the round. */
  @Override
  void close() throws Exception;
}
