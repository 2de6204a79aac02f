package io.copyflow.identity;

/** How a content repeats another. */
public enum CopyKind {
  /** Letter by letter. */
  EXACT,
  /** The same words in the other Chinese script, or with other variants of its characters. */
  SCRIPT_VARIANT,
  /** Letter by letter, issued again by the same publisher, days later and under another id. */
  REISSUE
}
