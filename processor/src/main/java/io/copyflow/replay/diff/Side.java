package io.copyflow.replay.diff;

/** Of the two that are compared. */
enum Side {
  LIVE,
  GENERATION
}
