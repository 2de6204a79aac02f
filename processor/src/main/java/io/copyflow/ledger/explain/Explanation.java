package io.copyflow.ledger.explain;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.Withdrawal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one raw record ended as it did.
 *
 * @param outcome its verdict
 * @param reread what the rules of this version make of its file; null when the raw topic no longer
 *     holds it, or it is no raw article
 * @param other the verdict on the raw record that this verdict rests on; null when it rests on none
 * @param article the published article that the verdict speaks of: its own, or for a copy the
 *     original's; null when there is none
 * @param withdrawal the decision that counts for that article; null when nobody decided anything
 * @param deadLetter where it lies, for a rejected record; null otherwise
 * @param history verdicts on the same article, in the order of raw records; empty when the record
 *     names no article
 * @param left how many more verdicts on that article there are
 * @param revisions the article's revisions among them
 */
public record Explanation(
    Located<Outcome> outcome,
    @Nullable Reread reread,
    @Nullable Located<Outcome> other,
    @Nullable Located<Article> article,
    @Nullable Located<Withdrawal> withdrawal,
    @Nullable Located<DeadLetter> deadLetter,
    List<Located<Outcome>> history,
    long left,
    List<RevisionChange> revisions) {

  /** An explanation whose lists nobody changes afterwards. */
  public Explanation {
    history = List.copyOf(history);
    revisions = List.copyOf(revisions);
  }
}
