package io.copyflow.silence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param source its name
 * @param last when something of it was ingested last, to the minute; since then it is silent, if it
 *     is
 * @param due when a usual pause that began then is over at the latest; null while its rhythm is
 *     learned
 * @param missed in how many of the minutes since then something usually comes; 0 while its rhythm
 *     is learned
 * @param silent whether it has paused for longer than it should
 */
public record SourceState(
    String source, Instant last, @Nullable Instant due, double missed, boolean silent) {

  static SourceState learning(String source, Instant last) {
    return new SourceState(source, last, null, 0, false);
  }
}
