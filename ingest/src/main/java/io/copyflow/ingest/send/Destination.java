package io.copyflow.ingest.send;

import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;

/**
 * Where a delivery goes and how it is packed.
 *
 * @param clients of the cluster
 * @param topics of the pipeline
 * @param wire format of the values
 * @param limits of a transaction
 * @param patience with the cluster
 */
public record Destination(
    KafkaClients clients, Topics topics, Wire wire, SendLimits limits, Patience patience) {

  /** One id per source: a second ingest of the source fences the first, of another does not. */
  String transactionalId(String source) {
    String raw = topics.raw().name();
    String prefix = raw.substring(0, raw.length() - "articles.raw".length());
    return "copyflow-ingest-" + prefix + "-" + source;
  }
}
