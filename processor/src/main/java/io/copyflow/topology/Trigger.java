package io.copyflow.topology;

import io.copyflow.avro.Cause;
import io.copyflow.avro.Reread;
import io.copyflow.topology.avro.SightingMessage;
import org.jspecify.annotations.Nullable;

/**
 * What had something written. Outcomes and articles say it.
 *
 * @param generation whose promotion it was, or null
 */
record Trigger(Cause cause, @Nullable String generation) {

  /** A raw record that came in, or a decision of people. */
  static final Trigger LIVE = new Trigger(Cause.LIVE, null);

  static Trigger of(Reread request) {
    return new Trigger(request.getCause(), request.getGeneration());
  }

  static Trigger of(SightingMessage message) {
    return new Trigger(Cause.valueOf(message.getCause()), message.getGeneration());
  }
}
