package io.copyflow.replay.diff;

import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Map;

/**
 * Where the two lie that are compared.
 *
 * @param kafka client properties, {@code bootstrap.servers} among them
 * @param live the live topics
 * @param liveWire how their values are written
 * @param generation the generation's topics
 * @param generationWire how their values are written
 */
public record Sides(
    Map<String, Object> kafka, Topics live, Wire liveWire, Topics generation, Wire generationWire) {

  /** Sides that nobody changes afterwards. */
  public Sides {
    kafka = Map.copyOf(kafka);
  }
}
