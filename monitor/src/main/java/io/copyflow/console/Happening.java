package io.copyflow.console;

import io.copyflow.console.Verdict.Level;

/**
 * Something that happened.
 *
 * @param at in milliseconds of the epoch
 * @param level how bad it is
 * @param who did it: the processor or the cluster
 * @param what in one sentence
 */
public record Happening(long at, Level level, String who, String what) {}
