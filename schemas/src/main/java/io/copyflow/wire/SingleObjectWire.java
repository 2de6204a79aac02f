package io.copyflow.wire;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Avro single-object encoding: C3 01, the schema's CRC-64-AVRO fingerprint, the record. */
final class SingleObjectWire implements Wire {

  @Override
  public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    var codec = RecordCodec.of(type);
    var header = Frame.singleObject(codec.schema());
    var reader = new RecordReader<>(codec, SingleObjectWire::noRegistry);
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : codec.encode(header, value),
        (topic, bytes) -> bytes == null ? null : reader.read(bytes));
  }

  private static Schema noRegistry(int id) {
    throw new UnknownSchemaException(
        "written through a schema registry (schema id " + id + "): set " + RegistrySettings.URL);
  }
}
