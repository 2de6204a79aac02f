/**
 * Which sources have fallen silent. A source's rhythm is learned from when its documents were
 * ingested, the hour and the day of the week included; what it usually does at night is no silence.
 * Has no clock and knows no topic but the one that it reads arrivals from.
 */
@NullMarked
package io.copyflow.silence;

import org.jspecify.annotations.NullMarked;
