package io.copyflow.eval;

import java.nio.file.Path;

/** How labels are written. Stateless and thread-safe. */
interface Layout {

  /**
   * Reads a label.
   *
   * @param folder the data folder
   * @param dataset the dataset's name
   * @param label a line of its labels
   */
  Row read(Path folder, String dataset, Label label);
}
