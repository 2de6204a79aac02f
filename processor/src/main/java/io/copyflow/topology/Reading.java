package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.identity.Sighting;
import org.jspecify.annotations.Nullable;

/** What one raw record gave, before any other is considered. */
sealed interface Reading {

  /**
   * An article.
   *
   * @param article all its fields; the revision is 0 and not yet known
   * @param sighting what identification needs of it
   */
  record Identified(Article article, Sighting sighting) implements Reading {}

  /**
   * No article: the verdict is final.
   *
   * @param outcome EMPTY or REJECTED
   * @param deadLetter for REJECTED; null for EMPTY
   */
  record Refused(Outcome outcome, @Nullable DeadLetter deadLetter) implements Reading {}
}
