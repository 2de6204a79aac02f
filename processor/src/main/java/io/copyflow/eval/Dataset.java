package io.copyflow.eval;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Labels under one name. */
interface Dataset {

  /** Its name in reports. */
  String name();

  /** Opens the labels, from their beginning. */
  Rows rows() throws IOException;

  /** Labels one after the other, for one thread. */
  interface Rows extends AutoCloseable {

    /** The next row; null at the end. */
    @Nullable Row next() throws IOException;

    @Override
    void close() throws IOException;
  }
}
