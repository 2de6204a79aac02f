package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.ledger.Violation.Invariant.EARLIEST_WINS;
import static io.copyflow.ledger.Violation.Invariant.ONE_ARTICLE_PER_CONTENT;

import io.copyflow.identity.Window;
import io.copyflow.ledger.Verdict.Basis;
import io.copyflow.ledger.sort.Groups;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All raw records of one content: the earliest has it, the others are its copies, or articles that
 * name it as the first issue. Where there is a window, an article that comes when it is over has
 * the content too, and the window begins anew.
 */
final class ContentGroup implements Groups.Group<Claimed> {

  private final Window window;
  private final Findings findings;

  /** Articles that have the content: without a window there is one. */
  private final Set<String> owners = new HashSet<>();

  private @Nullable Claimed first;

  /** Whom the others have to name. */
  private @Nullable Basis owner;

  ContentGroup(Window window, Findings findings) {
    this.window = window;
    this.findings = findings;
  }

  @Override
  public void add(Claimed next) {
    if (first == null || owner == null || comesTooLate(next, first)) {
      first = next;
      owner = owner(next);
      owners.add(owner.articleId());
    } else if (next.kind() == DUPLICATE || next.original() != null) {
      copy(next, first, owner);
    } else if (!owners.contains(next.articleId())) {
      String what = "is an article itself, and has the content of article " + said(owner, first);
      findings.add(ONE_ARTICLE_PER_CONTENT, next.rank(), what);
    }
  }

  /** Whether it cannot be a copy of the first: the window is over, and its article is another. */
  private boolean comesTooLate(Claimed next, Claimed earliest) {
    long millis = next.rank().timestamp() - earliest.rank().timestamp();
    return !window.isNone()
        && millis > TimeUnit.DAYS.toMillis(window.days())
        && !owners.contains(next.articleId());
  }

  /** Where the first is a copy itself, whoever follows it is not wrong a second time. */
  private Basis owner(Claimed earliest) {
    if (earliest.original() == null) {
      return new Basis(earliest.articleId(), earliest.rank().raw());
    }
    String inWindow = window.isNone() ? "" : " in " + window.days() + " days";
    String what = "is the earliest with its content" + inWindow;
    String instead = ", and is called a copy of raw record " + earliest.original().raw();
    findings.add(EARLIEST_WINS, earliest.rank(), what + instead);
    return earliest.original();
  }

  private void copy(Claimed copy, Claimed earliest, Basis original) {
    if (owners.contains(copy.articleId())) {
      String what = "is called a copy, and is of an article that has the content: ";
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
