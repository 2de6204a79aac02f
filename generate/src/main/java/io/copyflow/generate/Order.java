package io.copyflow.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * In which order ingestion meets the files. Ingestion goes by name, so the names decide; verdicts
 * follow that order, and the manifest tells the verdicts of the order chosen.
 */
public enum Order {
  /** Originals first, then what repeats or changes them. */
  BY_NAME,
  /** The last copies and revisions first. */
  REVERSED,
  /** Any order, the same for the same seed. */
  SHUFFLED;

  /** The same things in this order. */
  <T> List<T> arrange(List<T> told, long seed) {
    var arranged = new ArrayList<>(told);
    if (this == REVERSED) {
      Collections.reverse(arranged);
    } else if (this == SHUFFLED) {
      Collections.shuffle(arranged, new Random(seed));
    }
    return arranged;
  }
}
