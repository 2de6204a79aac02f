package io.copyflow.wire;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Avro single-object encoding: C3 01, the schema's CRC-64-AVRO fingerprint, the record. */
final class SingleObjectWire implements Wire {

  @Override
  public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    var schema = data.getSchema(type);
    var encoder = new BinaryMessageEncoder<T>(data, schema);
    var decoder = new BinaryMessageDecoder<T>(data, schema);
    Serializer<T> serializer = (topic, value) -> value == null ? null : encode(encoder, value);
    Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : decode(decoder, bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
    try {
      var buffer = encoder.encode(value);
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException | AvroRuntimeException e) {
      throw new SerializationException("cannot encode: " + e.getMessage(), e);
    }
  }

  private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
    try {
      return decoder.decode(bytes);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("not readable as Avro: " + e.getMessage(), e);
    }
  }
}
