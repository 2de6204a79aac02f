package io.copyflow.extract;

/** What reading a raw article gave. A bad article is a value, not an exception. */
public sealed interface Extraction {

  /**
   * It reads as an article.
   *
   * @param draft its fields; the text is not empty
   */
  record Extracted(ArticleDraft draft) implements Extraction {}

  /**
   * It parsed, and there is nothing to read.
   *
   * @param draft its other fields; the text is empty
   * @param reason what the body shows instead
   */
  record Empty(ArticleDraft draft, EmptyReason reason) implements Extraction {}

  /**
   * It does not parse as an article.
   *
   * @param reason the code
   * @param detail one line for people, without control characters
   * @param at byte offset in the raw content, or -1
   */
  record Rejected(RejectReason reason, String detail, long at) implements Extraction {}
}
