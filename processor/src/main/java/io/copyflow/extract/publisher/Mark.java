package io.copyflow.extract.publisher;

/** What an element may be marked as; a set of them is an {@code int} with a bit for each. */
public enum Mark {
  /** The article inside a page. */
  MAIN,
  /** No article text. */
  DROP,
  /** The caption of the picture before. */
  CAPTION,
  /** It names an author. */
  AUTHOR,
  /** A region whose dates and authors are not the article's. */
  ELSEWHERE,
  /** It names a date for machines. */
  DATE;

  /** True when a set has it. */
  public boolean in(int marks) {
    return (marks & bit()) != 0;
  }

  int bit() {
    return 1 << ordinal();
  }
}
