/**
 * Replays: generations of outputs that other rules give, beside the live ones. Runs them, holds
 * them against the live outputs, promotes or discards them. Knows no HTML and no command line.
 */
@NullMarked
package io.copyflow.replay;

import org.jspecify.annotations.NullMarked;
