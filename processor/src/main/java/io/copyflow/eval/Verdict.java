package io.copyflow.eval;

/** What became of a row: a score, or the reason why there is none. */
sealed interface Verdict permits FileScore, Skipped {}
