package io.copyflow.topology;

import io.copyflow.identity.RawKey;
import org.jspecify.annotations.Nullable;

/** The rules of today: what a raw value is read as. */
interface Rules {

  /** The reading of a raw record; the same for the same value, as long as the process runs. */
  Reading read(RawKey raw, byte @Nullable [] value);

  /** Whether an article that was read a while ago can still be written: a topic may take less. */
  default boolean admits(Reading.Identified reading) {
    return true;
  }
}
