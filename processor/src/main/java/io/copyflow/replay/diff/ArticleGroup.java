package io.copyflow.replay.diff;

import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.ledger.sort.Groups;
import org.jspecify.annotations.Nullable;

/** What both sides show of one article last; the difference is evidence on its raw record. */
final class ArticleGroup implements Groups.Group<Shown> {

  private final ExternalSort evidence;
  private final Scope scope;
  private @Nullable Shown live;
  private @Nullable Shown generation;

  ArticleGroup(ExternalSort evidence, Scope scope) {
    this.evidence = evidence;
    this.scope = scope;
  }

  @Override
  public void add(Shown next) {
    if (next.side() == Side.LIVE) {
      live = next;
    } else {
      generation = next;
    }
  }

  @Override
  public void end() {
    Shown.Content before = live == null ? null : live.content();
    Shown.Content after = generation == null ? null : generation.content();
    if (before == null || after == null) {
      single(before == null ? generation : live);
    } else if (scope.reaches(before.raw()) && live != null && generation != null) {
      Change change = Change.between(live, generation);
      if (!change.fields().isEmpty()) {
        evidence.add(Evidence.change(after.raw(), change));
      }
    }
    // A live article that has gone on to a later raw record says nothing of the rules.
  }

  private void single(@Nullable Shown shown) {
    if (shown != null && shown.content() != null) {
      evidence.add(Evidence.single(shown.content().raw(), shown));
    }
  }
}
