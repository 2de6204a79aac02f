package io.copyflow.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * A wire format: which bytes stand before an Avro record's binary encoding, so that a reader finds
 * the writer's schema. The two formats differ in what they write; both read both, where they can
 * ask for the writer's schema. Thread-safe, as are its serdes.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">Avro
 *     single-object encoding</a>
 */
public interface Wire {

  /**
   * A serde for one record type. {@code null} is {@code null} on both sides (a tombstone). Its
   * deserialiser throws {@link org.apache.kafka.common.errors.SerializationException}, with a
   * one-line message, on bytes that nobody will ever read, and {@link
   * RegistryUnavailableException}, which is worth another try, when a registry has to be asked and
   * does not answer.
   */
  <T extends SpecificRecord> Serde<T> serde(Class<T> type);

  /**
   * The default, which needs no other process: Avro single-object encoding, with the published
   * versions of our schemas. Also right for internal topics, whose schemas are nobody's contract.
   */
  static Wire singleObject() {
    return new SingleObjectWire();
  }

  /**
   * Confluent's wire format; schemas are registered under {@code TOPIC-value} when a topic is first
   * written to. Nothing is sent before the first record.
   */
  static Wire confluent(RegistrySettings settings) {
    return new ConfluentWire(new RegistryClient(settings));
  }

  /**
   * The wire that a configuration asks for: Confluent's where {@value RegistrySettings#URL} is set,
   * the default elsewhere.
   *
   * @throws org.apache.kafka.common.config.ConfigException if a setting of the registry is wrong
   */
  static Wire of(Map<String, ?> config) {
    return RegistrySettings.from(config).map(Wire::confluent).orElseGet(Wire::singleObject);
  }
}
