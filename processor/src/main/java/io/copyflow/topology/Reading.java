package io.copyflow.topology;

import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import org.jspecify.annotations.Nullable;

/** What one raw record gave, before any other is considered. */
sealed interface Reading {

  /**
   * An article.
   *
   * @param articleId which one
   * @param facts what its outcome will say
   * @param article all its fields, encoded; the revision is 0 and not yet known
   * @param gaps fields that it lacks; not known of one that came as a message
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
  record Identified(String articleId, Facts facts, byte[] article, Gaps gaps) implements Reading {}

  /**
   * No article: the verdict is final.
   *
   * @param outcome EMPTY or REJECTED
   * @param deadLetter for REJECTED; null for EMPTY
   */
  record Refused(Outcome outcome, @Nullable DeadLetter deadLetter) implements Reading {}
}
