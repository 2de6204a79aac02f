package io.copyflow.topics;

import java.util.Map;

/**
 * What a cluster says of a topic.
 *
 * @param name full name
 * @param partitions how many it has
 * @param replicas of its first partition
 * @param config effective configuration, the broker's defaults included, in Kafka's own names
 */
public record TopicState(String name, int partitions, int replicas, Map<String, String> config) {

  /** A state whose configuration nobody changes afterwards. */
  public TopicState {
    config = Map.copyOf(config);
  }
}
