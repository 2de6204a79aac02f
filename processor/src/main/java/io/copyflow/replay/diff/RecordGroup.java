package io.copyflow.replay.diff;

import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.Groups;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One raw record: its outcomes on both sides, and what becomes of the articles that it gives. */
final class RecordGroup implements Groups.Group<Evidence> {

  private final Position raw;
  private final Scope scope;
  private final Tally tally;
  private final Map<Side, Judged> judged = new EnumMap<>(Side.class);
  private final Map<Side, Shown> singles = new EnumMap<>(Side.class);
  private final List<Change> changes = new ArrayList<>();

  RecordGroup(Position raw, Scope scope, Tally tally) {
    this.raw = raw;
    this.scope = scope;
    this.tally = tally;
  }

  @Override
  public void add(Evidence next) {
    if (next instanceof Evidence.Outcome outcome) {
      judged.put(outcome.side(), outcome.judged());
    } else if (next instanceof Evidence.Changed changed) {
      changes.add(changed.change());
    } else if (next instanceof Evidence.Single single) {
      singles.put(single.shown().side(), single.shown());
    }
  }

  @Override
  public void end() {
    Judged live = judged.get(Side.LIVE);
    Judged generation = judged.get(Side.GENERATION);
    if (generation == null || !scope.reaches(raw) || !scope.holds(live, generation)) {
      return;
    }
    if (live == null) {
      tally.pending();
      return;
    }
    articles();
    tally.compared(live, generation);
    boolean reading =
        !live.reading().equals(generation.reading()) || changes.stream().anyMatch(Change::sameRaw);
    if (reading || !changes.isEmpty() || !singles.isEmpty() || !live.sameVerdict(generation)) {
      tally.differs(reading, Request.of(raw, live));
    }
  }

  /** One raw record that gives an article under another id changes that article's id. */
  private void articles() {
    Shown live = singles.get(Side.LIVE);
    Shown generation = singles.get(Side.GENERATION);
    if (live != null && generation != null) {
      changes.add(Change.between(live, generation));
    } else if (live != null) {
      tally.vanished();
    } else if (generation != null) {
      tally.appeared();
    }
    changes.forEach(tally::changed);
  }
}
