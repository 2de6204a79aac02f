package io.copyflow.ledger;

import io.copyflow.identity.Window;
import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.ledger.sort.Groups;
import io.copyflow.ledger.sort.TempSpace;
import io.copyflow.topics.Topics;

/**
 * The invariants, held against all that the topics say. Trusts no counter: every record is looked
 * at. Each invariant is a walk over sorted evidence:
 *
 * <pre>
 * raw, outcomes, dead letters ─▶ by position ─┬─▶ by content            who had it first?
 *                                             ├─▶ by article, content   which revision shows it?
 * articles ───────────────────────────────────┴─▶ by article            is the latest published?
 * </pre>
 *
 * Used by one thread.
 */
final class Proof implements AutoCloseable {

  /** The sorts below, and the findings of two readings. */
  static final int SHARES = 6;

  private final Topics topics;
  private final Reach reach;
  private final Window window;
  private final Findings findings;
  private final Balance balance = new Balance();
  private final ExternalSort positions;
  private final ExternalSort contents;
  private final ExternalSort shown;
  private final ExternalSort revisions;

  /**
   * A proof without evidence.
   *
   * @param reach how far the processor was before the first record was read
   * @param window for how long a content makes copies of others
   * @param memoryBytes what each sort may take
   * @param findings takes what does not hold
   */
  Proof(
      Topics topics,
      Reach reach,
      Window window,
      long memoryBytes,
      TempSpace space,
      Findings findings) {
    this.topics = topics;
    this.reach = reach;
    this.window = window;
    this.findings = findings;
    positions = new ExternalSort(memoryBytes, space);
    contents = new ExternalSort(memoryBytes, space);
    shown = new ExternalSort(memoryBytes, space);
    revisions = new ExternalSort(memoryBytes, space);
  }

  /** Looks at all evidence; once. */
  Balance conclude(Groups groups) {
    groups.walk(positions, Evidence::from, Evidence::raw, at -> new PositionGroup(at, this));
    positions.close();
    if (reach.settled()) {
      groups.walk(
          contents, Claimed::from, Claimed::content, c -> new ContentGroup(window, findings));
    }
    contents.close();
    groups.walk(shown, Shown::from, Shown::key, key -> new ShownGroup(findings));
    shown.close();
    String topic = topics.articles().name();
    groups.walk(
        revisions,
        Revision::from,
        Revision::articleId,
        id -> new ArticleGroup(id, topic, findings));
    return balance;
  }

  /** Whether a raw record that has no outcome waits for its turn. */
  boolean isPending(Position raw) {
    return reach.isAhead(raw);
  }

  Topics topics() {
    return topics;
  }

  Findings findings() {
    return findings;
  }

  Balance balance() {
    return balance;
  }

  /** {@link Evidence}, for the walk by position. */
  ExternalSort positions() {
    return positions;
  }

  /** {@link Claimed}, for the walk by content. */
  ExternalSort contents() {
    return contents;
  }

  /** {@link Shown}, for the walk by article and content. */
  ExternalSort shown() {
    return shown;
  }

  /** {@link Revision}, for the walk by article. */
  ExternalSort revisions() {
    return revisions;
  }

  @Override
  public void close() {
    positions.close();
    contents.close();
    shown.close();
    revisions.close();
  }
}
