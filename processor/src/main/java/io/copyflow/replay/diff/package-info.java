/**
 * What a generation changes: its outputs held against the live ones, field by field and verdict by
 * verdict, in constant memory. Reads topics, writes none.
 */
@NullMarked
package io.copyflow.replay.diff;

import org.jspecify.annotations.NullMarked;
