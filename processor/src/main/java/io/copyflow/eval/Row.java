package io.copyflow.eval;

/** What a line of labels is: a file that can be scored, or one that cannot. */
sealed interface Row permits LabelledFile, Skipped {}
