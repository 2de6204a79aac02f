package io.copyflow.ledger;

/**
 * An invariant that does not hold, and where.
 *
 * @param invariant what should hold, as in {@code docs/outcomes.md}
 * @param document the file, {@code SOURCE/PATH}
 * @param raw position of its raw record, {@code PARTITION-OFFSET}
 * @param what is wrong, in one line
 */
public record Violation(Invariant invariant, String document, String raw, String what) {

  /** What the ledger proves. */
  public enum Invariant {
    /** Every raw record has an outcome. */
    HAS_OUTCOME,
    /** Every outcome, article and dead letter belongs to a raw record. */
    HAS_RAW,
    /** Nothing is written twice: no two equal records follow each other under one key. */
    WRITTEN_ONCE,
    /** The latest revision that outcomes tell of is the article that consumers see. */
    PUBLISHED,
    /** No content has two articles. */
    ONE_ARTICLE_PER_CONTENT,
    /** A copy names the article that has its content, by an earlier raw record. */
    EARLIEST_WINS,
    /** A rejected record is in dead letters with its bytes, and nothing else is. */
    DEAD_LETTER
  }
}
