package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.ledger.Violation.Invariant.EARLIEST_WINS;
import static io.copyflow.ledger.Violation.Invariant.ONE_ARTICLE_PER_CONTENT;

import io.copyflow.ledger.Verdict.Basis;
import org.jspecify.annotations.Nullable;

/**
 * All raw records of one content: the earliest has it, the others are its copies, or articles that
 * name it as the first issue.
 */
final class ContentGroup implements Groups.Group<Claimed> {

  private final Findings findings;
  private @Nullable Claimed first;

  /** Whom the others have to name. */
  private @Nullable Basis owner;

  ContentGroup(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void add(Claimed next) {
    if (first == null || owner == null) {
      first = next;
      owner = owner(next);
    } else if (next.kind() == DUPLICATE || next.original() != null) {
      copy(next, first, owner);
    } else if (!next.articleId().equals(owner.articleId())) {
      String what = "is an article itself, and has the content of article " + said(owner, first);
      findings.add(ONE_ARTICLE_PER_CONTENT, next.rank(), what);
    }
  }

  /** Where the first is a copy itself, whoever follows it is not wrong a second time. */
  private Basis owner(Claimed earliest) {
    if (earliest.original() == null) {
      return new Basis(earliest.articleId(), earliest.rank().raw());
    }
    String what = "is the earliest with its content, and is called a copy of raw record ";
    findings.add(EARLIEST_WINS, earliest.rank(), what + earliest.original().raw());
    return earliest.original();
  }

  private void copy(Claimed copy, Claimed earliest, Basis original) {
    if (copy.articleId().equals(original.articleId())) {
      String what = "is called a copy, and is of the article that has the content: ";
      findings.add(EARLIEST_WINS, copy.rank(), what + said(original, earliest));
    } else if (!original.equals(copy.original())) {
      String named =
          copy.original() == null ? "no original" : "raw record " + copy.original().raw();
      String what = "names " + named + ", and the content was first with article ";
      findings.add(EARLIEST_WINS, copy.rank(), what + said(original, earliest));
    }
  }

  private static String said(Basis original, Claimed earliest) {
    String where =
        original.raw().equals(earliest.rank().raw())
            ? earliest.rank().toString()
            : "raw record " + original.raw();
    return original.articleId() + ", " + where;
  }

  @Override
  public void end() {}
}
