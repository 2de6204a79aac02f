package io.copyflow.replay;

import io.copyflow.avro.Generation;

/** Is told how a replay goes on, by one thread at a time. */
public interface Watcher {

  /** Begins to read, or goes on where it was interrupted. */
  default void reads(Generation generation, boolean again) {}

  /** Has read some. */
  default void hasRead(long done, long total) {}

  /** Asks the live pipeline to read records again, and waits until it has. */
  default void requests(long records) {}

  /** Has asked for some of them. */
  default void requested(long records) {}
}
