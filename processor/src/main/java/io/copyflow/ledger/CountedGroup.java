package io.copyflow.ledger;

import io.copyflow.ledger.Evidence.Came;
import io.copyflow.ledger.Evidence.Told;
import io.copyflow.ledger.sort.Groups;
import org.jspecify.annotations.Nullable;

/** Counts one raw record under its last outcome. */
final class CountedGroup implements Groups.Group<Evidence> {

  private final Balance balance;
  private @Nullable Came raw;
  private @Nullable Verdict verdict;

  CountedGroup(Balance balance) {
    this.balance = balance;
  }

  @Override
  public void add(Evidence evidence) {
    if (evidence instanceof Came came) {
      raw = came;
    } else if (evidence instanceof Told told) {
      verdict = told.verdict();
    }
  }

  @Override
  public void end() {
    if (raw != null && verdict != null) {
      balance.judged(raw.timestamp(), raw.document(), verdict.kind());
    } else if (raw != null) {
      balance.pending(raw.timestamp(), raw.document());
    } else if (verdict != null) {
      balance.withoutRaw();
    }
  }
}
