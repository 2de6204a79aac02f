package io.copyflow.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The bytes before a record: what they look like, and what they say. */
sealed interface Frame {

  /** Length of a single-object header: C3 01 and eight bytes of fingerprint, little-endian. */
  int SINGLE_OBJECT_BYTES = 10;

  /** Length of Confluent's header: 00 and four bytes of schema id, big-endian. */
  int REGISTERED_BYTES = 5;

  /** The writer's schema is known by its fingerprint. */
  record SingleObject(long fingerprint) implements Frame {}

  /** The writer's schema is known by its id in a registry. */
  record Registered(int schemaId) implements Frame {}

  /** Neither, or too short. */
  record Unknown() implements Frame {}

  /** What the first bytes of a value announce. */
  static Frame of(byte[] value) {
    var bytes = ByteBuffer.wrap(value);
    if (value.length >= SINGLE_OBJECT_BYTES && value[0] == (byte) 0xC3 && value[1] == 1) {
      return new SingleObject(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong(2));
    }
    if (value.length >= REGISTERED_BYTES && value[0] == 0) {
      return new Registered(bytes.getInt(1));
    }
    return new Unknown();
  }

  /** The single-object header of a writer's schema. */
  static byte[] singleObject(Schema schema) {
    return ByteBuffer.allocate(SINGLE_OBJECT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 1)
        .putLong(fingerprint(schema))
        .array();
  }

  /** Confluent's header of a schema id. */
  static byte[] registered(int schemaId) {
    return ByteBuffer.allocate(REGISTERED_BYTES).put((byte) 0).putInt(schemaId).array();
  }

  /** CRC-64-AVRO over the schema's canonical form: docs, defaults and properties do not count. */
  static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}
