package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.UNCHANGED;
import static io.copyflow.ledger.Violation.Invariant.ATTEMPTS_IN_ORDER;
import static io.copyflow.ledger.Violation.Invariant.DEAD_LETTER;
import static io.copyflow.ledger.Violation.Invariant.HAS_OUTCOME;
import static io.copyflow.ledger.Violation.Invariant.HAS_RAW;
import static io.copyflow.ledger.Violation.Invariant.TRUE_TO_RAW;
import static io.copyflow.ledger.Violation.Invariant.WRITTEN_ONCE;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Evidence.Buried;
import io.copyflow.ledger.Evidence.Came;
import io.copyflow.ledger.Evidence.Told;
import io.copyflow.ledger.sort.Groups;
import org.jspecify.annotations.Nullable;

/** All that the topics say of one raw record. */
final class PositionGroup implements Groups.Group<Evidence> {

  private final Position at;
  private final Proof proof;
  private final CountedGroup counted;
  private @Nullable Came raw;
  private @Nullable Told told;
  private @Nullable Buried buried;
  private boolean doubled;

  PositionGroup(Position at, Proof proof) {
    this.at = at;
    this.proof = proof;
    this.counted = new CountedGroup(proof.balance());
  }

  @Override
  public void add(Evidence evidence) {
    counted.add(evidence);
    if (evidence instanceof Came came) {
      raw = came;
    } else if (evidence instanceof Told next) {
      tell(next);
    } else {
      bury((Buried) evidence);
    }
  }

  /** The last outcome counts; a correction differs from what it corrects. */
  private void tell(Told next) {
    if (!doubled && told != null && told.value().equals(next.value())) {
      doubled = true;
      found(
          WRITTEN_ONCE,
          document(next),
          "stands twice in a row in " + proof.topics().outcomes().name());
    }
    if (told != null && attempt(next) < attempt(told)) {
      String what = "an outcome of its attempt " + attempt(next) + " follows one of attempt ";
      found(ATTEMPTS_IN_ORDER, document(next), what + attempt(told));
    }
    told = next;
  }

  /** Of a tombstone, which nobody writes, the latest there is. */
  private static int attempt(Told told) {
    return told.verdict() == null ? Integer.MAX_VALUE : told.verdict().attempt();
  }

  private String document(Told of) {
    return of.verdict() == null ? at.toString() : of.verdict().document();
  }

  private void bury(Buried next) {
    if (buried != null && buried.attempt() == next.attempt()) {
      found(WRITTEN_ONCE, next.document(), "has two dead letters of its attempt " + next.attempt());
    }
    buried = next;
  }

  @Override
  public void end() {
    counted.end();
    Verdict verdict = told == null ? null : told.verdict();
    if (raw == null) {
      withoutRaw(verdict);
    } else if (verdict == null) {
      unjudged(raw);
    } else {
      trueToRaw(raw, verdict);
      judged(new Rank(raw.timestamp(), raw.document(), at), verdict);
    }
    deadLetter(verdict);
  }

  private void unjudged(Came came) {
    if (!proof.isPending(at)) {
      found(HAS_OUTCOME, came.document(), "has no outcome");
    }
  }

  private void withoutRaw(@Nullable Verdict verdict) {
    if (verdict != null) {
      found(HAS_RAW, verdict.document(), "an outcome without a raw record");
      judged(new Rank(verdict.timestamp(), verdict.document(), at), verdict);
    }
    if (buried != null) {
      found(HAS_RAW, buried.document(), "a dead letter without a raw record");
    }
  }

  private void trueToRaw(Came came, Verdict verdict) {
    if (!verdict.document().equals(came.document())) {
      found(TRUE_TO_RAW, came.document(), "its outcome names " + verdict.document());
    } else if (verdict.timestamp() != came.timestamp()) {
      found(TRUE_TO_RAW, came.document(), "its outcome names another time of ingestion");
    }
  }

  /** What the verdict claims goes on to the joins that can tell whether it is right. */
  private void judged(Rank rank, Verdict verdict) {
    OutcomeKind kind = verdict.kind();
    if (verdict.subject() == null) {
      return;
    }
    proof.contents().add(Claimed.of(rank, kind, verdict.subject()).toBytes());
    if (kind != DUPLICATE) {
      proof.shown().add(Shown.of(rank, kind, verdict.subject()).toBytes());
      if (kind != UNCHANGED) {
        proof.revisions().add(Revision.Made.of(rank, kind, verdict.subject()).toBytes());
      }
    }
  }

  /** A dead letter of an earlier reading is history: its raw record was read again since. */
  private void deadLetter(@Nullable Verdict verdict) {
    if (verdict == null) {
      if (buried != null) {
        found(DEAD_LETTER, buried.document(), "a dead letter without an outcome");
      }
    } else if (buried != null && buried.attempt() > verdict.attempt()) {
      String what =
          "has a dead letter of its attempt " + buried.attempt() + ", and its outcome is ";
      found(ATTEMPTS_IN_ORDER, verdict.document(), what + "of attempt " + verdict.attempt());
    } else if (verdict.kind() == REJECTED && !isBuried(verdict)) {
      found(DEAD_LETTER, verdict.document(), "REJECTED, and not in dead letters");
    } else if (verdict.kind() != REJECTED && isBuried(verdict)) {
      found(DEAD_LETTER, verdict.document(), verdict.kind() + ", and in dead letters");
    }
  }

  private boolean isBuried(Verdict verdict) {
    return buried != null && buried.attempt() == verdict.attempt();
  }

  private void found(Violation.Invariant invariant, String document, String what) {
    proof.findings().add(invariant, document, at.toString(), what);
  }
}
