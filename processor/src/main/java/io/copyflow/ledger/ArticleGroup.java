package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.ledger.Violation.Invariant.PUBLISHED;
import static io.copyflow.ledger.Violation.Invariant.REVISIONS_IN_ORDER;
import static io.copyflow.ledger.Violation.Invariant.WITHDRAWN;
import static io.copyflow.ledger.Violation.Invariant.WRITTEN_ONCE;

import io.copyflow.ledger.Revision.Decided;
import io.copyflow.ledger.Revision.Fields;
import io.copyflow.ledger.Revision.Made;
import io.copyflow.ledger.Revision.Published;
import io.copyflow.ledger.sort.Groups;
import org.jspecify.annotations.Nullable;

/**
 * All that is published of one article, all revisions that outcomes tell of, and whether somebody
 * withdrew it.
 */
final class ArticleGroup implements Groups.Group<Revision> {

  private final String articleId;
  private final String topic;
  private final Findings findings;
  private @Nullable Published published;
  private @Nullable Made beforeLatest;
  private @Nullable Made latest;
  private @Nullable Made untrue;
  private boolean withdrawn;
  private boolean doubled;

  /**
   * A group without records.
   *
   * @param topic of articles, for messages
   */
  ArticleGroup(String articleId, String topic, Findings findings) {
    this.articleId = articleId;
    this.topic = topic;
    this.findings = findings;
  }

  @Override
  public void add(Revision revision) {
    if (revision instanceof Decided decided) {
      withdrawn = decided.withdrawn();
    } else if (revision instanceof Published next) {
      writtenOnce(next);
      published = next;
    } else {
      var made = (Made) revision;
      numbered(made);
      beforeLatest = latest;
      latest = made;
      untrue = untrue == null && made.withdrawn() != withdrawn ? made : untrue;
    }
  }

  private void writtenOnce(Published next) {
    if (!doubled && published != null && published.value().equals(next.value())) {
      doubled = true;
      found(WRITTEN_ONCE, next.fields(), "stands twice in a row in " + topic);
    }
  }

  private void numbered(Made next) {
    int before = latest == null ? 0 : latest.revision();
    if (next.revision() != before + 1) {
      String what = "is revision " + next.revision() + ", and the one before is " + before;
      findings.add(REVISIONS_IN_ORDER, next.rank(), what);
    } else if ((next.kind() == NEW) != (latest == null)) {
      String what = "is " + next.kind() + ", and is revision " + next.revision();
      findings.add(REVISIONS_IN_ORDER, next.rank(), what);
    } else if (latest != null
        && (next.basis() == null || !next.basis().raw().equals(latest.rank().raw()))) {
      String what = "does not name the revision before it, " + latest.rank();
      findings.add(REVISIONS_IN_ORDER, next.rank(), what);
    }
  }

  @Override
  public void end() {
    Fields seen = published == null ? null : published.fields();
    if (latest == null && seen != null) {
      found(PUBLISHED, seen, "article " + articleId + " is published, and no outcome tells of it");
    } else if (withdrawn && seen != null) {
      found(WITHDRAWN, seen, "article " + articleId + " is withdrawn, and consumers see it");
    } else if (untrue != null) {
      String not = withdrawn ? "" : "not ";
      findings.add(WITHDRAWN, untrue.rank(), "is " + not + "withdrawn, and its outcome differs");
    } else if (latest != null && seen == null && !withdrawn) {
      findings.add(PUBLISHED, latest.rank(), latest.kind() + " without an article");
    } else if (latest != null && seen != null) {
      same(latest, seen);
    }
  }

  private void same(Made told, Fields seen) {
    Fingerprint before = beforeLatest == null ? null : beforeLatest.content();
    if (seen.revision() != told.revision() || !seen.raw().equals(told.rank().raw())) {
      String what =
          "revision %d is the latest, but consumers see revision %d from raw record %s"
              .formatted(told.revision(), seen.revision(), seen.raw());
      findings.add(PUBLISHED, told.rank(), what);
    } else if (!seen.content().equals(told.content())) {
      String what = "is published with another content hash than its outcome names";
      findings.add(PUBLISHED, told.rank(), what);
    } else if (before == null ? seen.supersedes() != null : !before.equals(seen.supersedes())) {
      String what = "is published as superseding another content than the revision before has";
      findings.add(PUBLISHED, told.rank(), what);
    }
  }

  /** A tombstone names no file: then the article, and no raw record. */
  private void found(Violation.Invariant invariant, @Nullable Fields of, String what) {
    findings.add(
        invariant,
        of == null ? articleId : of.document(),
        of == null ? "" : of.raw().toString(),
        what);
  }
}
