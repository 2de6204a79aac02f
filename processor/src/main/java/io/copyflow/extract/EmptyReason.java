package io.copyflow.extract;

/**
 * Why an article has no text. The names are a contract: they stand in outcomes, and {@code
 * docs/outcomes.md} explains each.
 */
public enum EmptyReason {
  /** The body shows nothing at all. */
  NO_CONTENT,
  /** The body shows pictures, a video or a player, and no text of its own. */
  ONLY_MEDIA,
  /** The body shows links to other articles, and no text of its own. */
  ONLY_LINKS,
  /** The body shows text, and all of it is boilerplate, a caption or the title again. */
  ONLY_BOILERPLATE
}
