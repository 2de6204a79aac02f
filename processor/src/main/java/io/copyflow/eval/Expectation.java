package io.copyflow.eval;

/**
 * One thing that a label says of a file. Immutable, thread-safe, and free of side effects: the same
 * finding always gets the same mark.
 */
@FunctionalInterface
interface Expectation {

  /** What was found, held against the label. */
  Mark mark(Found found);
}
