package io.copyflow.settings;

import io.copyflow.ingest.NearestName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Kafka's own names of client properties. Plug-ins (interceptors, callback handlers) may have names
 * that Kafka does not know, so an unknown one is let through; one that is nearly a known one is a
 * typing error that must not silently get the default.
 */
final class KafkaNames {

  private static final int TYPING_ERROR = 2;

  private KafkaNames() {}

  static Optional<String> probablyMeant(String name) {
    var known = new TreeSet<String>();
    known.addAll(ProducerConfig.configNames());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    known.addAll(StreamsConfig.configDef().names());
    String bare = name.replaceFirst("^((main|restore|global)\\.)?(consumer|producer|admin)\\.", "");
    return known.contains(bare) ? Optional.empty() : nearest(bare, known);
  }

  private static Optional<String> nearest(String name, Set<String> known) {
    return NearestName.of(name, known, TYPING_ERROR);
  }
}
