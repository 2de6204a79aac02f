package io.copyflow.cli;

import java.util.Locale;

/** How a command prints its data. */
enum Format {
  /** For people. */
  TEXT,
  /** One JSON value. */
  JSON,
  /** One JSON value a line. */
  JSONL;

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
