package io.copyflow.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The items of an open archive, in its own order. Damage is an exception, and nothing follows it.
 */
interface Items extends Closeable {

  /** The next item; null behind the last. */
  @Nullable Item next() throws IOException;

  /** How many bytes of the archive, as it is packed, have been gone through. */
  long position();
}
