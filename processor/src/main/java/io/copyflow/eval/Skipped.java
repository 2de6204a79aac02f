package io.copyflow.eval;

import io.copyflow.extract.Extractor;

/**
 * A row that could not be scored; it counts for no figure.
 *
 * @param dataset its dataset
 * @param id the row's name, or its line where it has none
 * @param reason one line: what is wrong, and with which file
 */
public record Skipped(String dataset, String id, String reason) implements Row, Verdict {

  /** Why a label without a usable path is skipped; follows what it names. */
  static final String NO_FILE = ": the label names no file inside the folder; correct it";

  @Override
  public Verdict score(Extractor extractor) {
    return this;
  }
}
