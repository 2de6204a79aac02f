package io.copyflow.extract;

/** Kind of an embedded medium. */
public enum MediaKind {
  /** Anything else. */
  OTHER,
  /** A video element. */
  VIDEO,
  /** An audio element. */
  AUDIO,
  /** A frame with a player or a post. */
  EMBED
}
