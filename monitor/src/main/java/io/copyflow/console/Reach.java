package io.copyflow.console;

import io.copyflow.ledger.explain.Rereading;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Map;

/**
 * What the console reads of a cluster when it is asked.
 *
 * @param topics of the pipeline
 * @param wire by which their records are read
 * @param client configuration of a Kafka client; may hold secrets
 * @param rules by which files are read again for an explanation
 */
public record Reach(Topics topics, Wire wire, Map<String, Object> client, Rereading rules) {

  /** A reach that nobody changes afterwards. */
  public Reach {
    client = Map.copyOf(client);
  }

  /** Not the client's configuration. */
  @Override
  public String toString() {
    return "Reach[topics=" + topics + "]";
  }
}
