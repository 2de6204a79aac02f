package io.copyflow.action;

import java.time.Instant;

/**
 * An action that was begun.
 *
 * @param number counted from 1 since the process began
 * @param title what it is
 * @param command the same on a terminal
 * @param state whether it still runs
 * @param at when it began, in milliseconds of the epoch
 * @param doing what it does now, or what came of it
 * @param done how far it is, of {@code total}
 * @param total 0 when nobody knows
 */
public record Job(
    long number,
    String title,
    String command,
    State state,
    long at,
    String doing,
    long done,
    long total) {

  /** How it stands. */
  public enum State {
    /** It runs. */
    RUNNING,
    /** It was asked to end, and will. */
    STOPPING,
    /** It is through. */
    DONE,
    /** It was ended before it was through. */
    STOPPED,
    /** It could not go on. */
    FAILED
  }

  static Job begun(long number, Action action) {
    return new Job(
        number,
        action.title(),
        action.command(),
        State.RUNNING,
        Instant.now().toEpochMilli(),
        "begins",
        0,
        0);
  }

  /** Whether it still has the turn. */
  public boolean isOpen() {
    return state == State.RUNNING || state == State.STOPPING;
  }

  Job at(String what, long doneNow, long totalNow) {
    return new Job(number, title, command, state, at, what, doneNow, totalNow);
  }

  Job stopping() {
    return new Job(number, title, command, State.STOPPING, at, doing, done, total);
  }

  Job ended(State how, String what) {
    return new Job(number, title, command, how, at, what, done, total);
  }
}
