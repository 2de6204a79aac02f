package io.copyflow.extract;

/** How a date's zone is known. */
public enum ZoneOrigin {
  /** Not known, or no zone applies. */
  UNKNOWN,
  /** The text states it. */
  WRITTEN,
  /** The publisher's habit, from its profile. */
  PUBLISHER,
  /** An epoch needs none. */
  EPOCH,
  /** UTC, for want of anything better. */
  ASSUMED_UTC
}
