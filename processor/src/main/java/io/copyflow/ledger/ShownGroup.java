package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.UNCHANGED;
import static io.copyflow.ledger.Violation.Invariant.REVISIONS_IN_ORDER;

import io.copyflow.ledger.sort.Groups;
import org.jspecify.annotations.Nullable;

/**
 * All raw records in which one article shows one content that is its own: the first makes a
 * revision, the others repeat it.
 */
final class ShownGroup implements Groups.Group<Shown> {

  private final Findings findings;
  private @Nullable Shown first;

  ShownGroup(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void add(Shown next) {
    if (first == null) {
      first = next;
      if (next.kind() == UNCHANGED) {
        found(next, "is UNCHANGED, and is the first of its article with this content");
      }
    } else if (next.kind() != UNCHANGED) {
      found(next, "is " + next.kind() + ", and repeats " + first.rank());
    } else if (next.basis() == null || !next.basis().raw().equals(first.rank().raw())) {
      String named = next.basis() == null ? "no raw record" : "raw record " + next.basis().raw();
      found(next, "names " + named + ", and repeats " + first.rank());
    } else if (next.revision() != first.revision()) {
      found(next, "names revision " + next.revision() + ", and repeats " + first.revision());
    }
  }

  private void found(Shown shown, String what) {
    findings.add(REVISIONS_IN_ORDER, shown.rank(), what);
  }

  @Override
  public void end() {}
}
