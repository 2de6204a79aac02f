package io.copyflow.ledger;

/**
 * An invariant that does not hold, and where.
 *
 * @param invariant what should hold, as in {@code docs/ledger.md}
 * @param document the file, {@code SOURCE/PATH}; for a record that names none, its key
 * @param raw position of its raw record, {@code PARTITION-OFFSET}; empty where there is none
 * @param what is wrong, in one line; may hold control characters
 */
public record Violation(Invariant invariant, String document, String raw, String what) {

  /** What the ledger proves. */
  public enum Invariant {
    /** Every record of outcomes, articles and dead letters can be read. */
    READABLE,
    /** Every raw record has an outcome. */
    HAS_OUTCOME,
    /** Every outcome and dead letter belongs to a raw record. */
    HAS_RAW,
    /** An outcome names the document and the time of its raw record. */
    TRUE_TO_RAW,
    /** Nothing is written twice: no two equal records follow each other under one key. */
    WRITTEN_ONCE,
    /** The latest revision that outcomes tell of is the article that consumers see. */
    PUBLISHED,
    /** A withdrawn article is not published, its outcomes say so, and no other outcome does. */
    WITHDRAWN,
    /**
     * Revisions are numbered from 1 in the order of raw records, each with content that its article
     * shows for the first time; UNCHANGED names the revision that it repeats.
     */
    REVISIONS_IN_ORDER,
    /** No content has two articles, or no two that a window would make one. */
    ONE_ARTICLE_PER_CONTENT,
    /** The earliest raw record has the content, and every copy names it. */
    EARLIEST_WINS,
    /** A rejected record is in dead letters, by the same attempt, and nothing else is. */
    DEAD_LETTER,
    /**
     * The attempts of a raw record only grow, and no dead letter is of a later one than its
     * outcome.
     */
    ATTEMPTS_IN_ORDER
  }
}
