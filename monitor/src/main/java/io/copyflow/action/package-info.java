/**
 * What operators may have done from the console's page: dead letters tried again, replays run,
 * compared, promoted, discarded. Each says before it begins what it is on a terminal and what it
 * will touch; one runs at a time, on a thread of its own. How it is done, others know.
 */
@NullMarked
package io.copyflow.action;

import org.jspecify.annotations.NullMarked;
