package io.copyflow.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * A wire format: which bytes stand before an Avro record's binary encoding, so that a reader finds
 * the writer's schema. Thread-safe.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">Avro
 *     single-object encoding</a>
 */
public interface Wire {

  /**
   * A serde for one record type. Its serialiser maps {@code null} to {@code null} (a tombstone);
   * its deserialiser reads every format that this wire knows and throws {@link
   * org.apache.kafka.common.errors.SerializationException} with a one-line message on bytes that it
   * cannot read.
   */
  <T extends SpecificRecord> Serde<T> serde(Class<T> type);

  /** The default: Avro single-object encoding, with the schemas that this build knows. */
  static Wire singleObject() {
    return new SingleObjectWire();
  }
}
