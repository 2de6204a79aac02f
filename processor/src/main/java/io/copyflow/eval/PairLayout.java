package io.copyflow.eval;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of a table of pairs mean. */
interface PairLayout {

  /** Gets ready to read a table's rows. */
  Reader open() throws IOException;

  /** Reads rows. */
  interface Reader {

    /** The pair of a row; null when its relation is not measured. */
    @Nullable Row read(String dataset, Map<String, String> row);
  }
}
