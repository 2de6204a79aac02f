package io.copyflow.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Confluent's wire format: 00, the schema's id in the registry, the record.
 *
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format">
 *     Wire format</a>
 */
final class ConfluentWire implements Wire {

  private final RegistryClient registry;

  ConfluentWire(RegistryClient registry) {
    this.registry = registry;
  }

  @Override
  public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    var codec = RecordCodec.of(type);
    var reader = new RecordReader<>(codec, registry::schema);
    Map<String, byte[]> headers = new ConcurrentHashMap<>();
    return Serdes.serdeFrom(
        (topic, value) ->
            value == null ? null : codec.encode(header(headers, topic, codec.schema()), value),
        (topic, bytes) -> bytes == null ? null : reader.read(bytes));
  }

  private byte[] header(Map<String, byte[]> headers, String topic, Schema schema) {
    // No computeIfAbsent: a slow registry must not hold the map's lock.
    var known = headers.get(topic);
    if (known != null) {
      return known;
    }
    var header = Frame.registered(registry.register(topic + "-value", published(schema)));
    headers.put(topic, header);
    return header;
  }

  /**
   * What the registry gets is the published text, not the generated class's: that one carries hints
   * for Java's strings which mean nothing to others and would make it another version.
   */
  private static Schema published(Schema schema) {
    var latest = PublishedSchemas.latest(schema.getName());
    if (Frame.fingerprint(latest) != Frame.fingerprint(schema)) {
      throw new IllegalStateException(
          "the schema of " + schema.getName() + " differs from its latest published version");
    }
    return latest;
  }
}
