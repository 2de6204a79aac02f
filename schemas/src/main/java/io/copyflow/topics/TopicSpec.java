package io.copyflow.topics;

import java.util.Map;
import org.apache.avro.Schema;

/**
 * One topic of the catalogue.
 *
 * @param name full name, prefix included
 * @param key what the key holds, in words; all keys are UTF-8 strings
 * @param value schema of the value
 * @param partitions how many partitions the topic is created with
 * @param config topic configuration that the catalogue asks for, in Kafka's own names
 * @param why what the topic holds and why it is configured so, for operators
 */
public record TopicSpec(
    String name, String key, Schema value, int partitions, Map<String, String> config, String why) {

  /** A spec whose configuration nobody changes afterwards. */
  public TopicSpec {
    config = Map.copyOf(config);
  }
}
