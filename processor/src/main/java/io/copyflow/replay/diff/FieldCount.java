package io.copyflow.replay.diff;

/**
 * How many articles change in a field. An article counts once.
 *
 * @param changed the field has other content
 * @param appeared the field was empty and is no longer
 * @param vanished the field is empty now
 */
public record FieldCount(long changed, long appeared, long vanished) {

  static FieldCount of(Change.Effect effect) {
    return new FieldCount(
        effect == Change.Effect.CHANGED ? 1 : 0,
        effect == Change.Effect.APPEARED ? 1 : 0,
        effect == Change.Effect.VANISHED ? 1 : 0);
  }

  FieldCount plus(FieldCount other) {
    return new FieldCount(
        changed + other.changed, appeared + other.appeared, vanished + other.vanished);
  }
}
