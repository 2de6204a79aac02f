package io.copyflow.eval;

import io.copyflow.extract.Extractor;

/** What a label speaks of: a file or two that can be scored, or something that cannot. */
sealed interface Row permits LabelledFile, LabelledPair, Skipped {

  /** Holds what the extractor makes of it against the label. */
  Verdict score(Extractor extractor);
}
