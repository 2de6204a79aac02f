package io.copyflow.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding of one generated class. Thread-safe.
 *
 * @param data the class's conversions, for instance of timestamps
 * @param schema the class's own schema: what is written, and what is read into
 */
record RecordCodec<T extends SpecificRecord>(
    SpecificData data, Schema schema, DatumWriter<T> writer) {

  /** A raw article has about this many bytes; a larger one makes the buffer grow. */
  private static final int USUAL_BYTES = 16 << 10;

  /** A buffer that grew larger is not kept: a thread meets few records of that size. */
  private static final int LARGEST_KEPT = 1 << 20;

  private static final ThreadLocal<@Nullable BinaryEncoder> ENCODER = new ThreadLocal<>();

  /** A thread's buffer: a new one for each record costs more than the encoding itself. */
  private static final ThreadLocal<ByteArrayOutputStream> BUFFER =
      ThreadLocal.withInitial(() -> new ByteArrayOutputStream(USUAL_BYTES));

  static {
    TrustedRecords.trust();
  }

  @SuppressWarnings("unchecked")
  static <T extends SpecificRecord> RecordCodec<T> of(Class<T> type) {
    var data = new PlainLists();
    SpecificData.getForClass(type).getConversions().forEach(data::addLogicalTypeConversion);
    var schema = data.getSchema(type);
    return new RecordCodec<>(data, schema, (DatumWriter<T>) data.createDatumWriter(schema));
  }

  /**
   * Reads arrays into plain lists. Avro's own lists compare their items without the class's
   * conversions, so that {@code equals} throws on two articles with dates; they also keep what they
   * held before they were cleared.
   */
  private static final class PlainLists extends SpecificData {
    @Override
    public Object newArray(@Nullable Object old, int size, Schema schema) {
      return new ArrayList<>(size);
    }
  }

  byte[] encode(byte[] header, T value) {
    ByteArrayOutputStream out = BUFFER.get();
    out.reset();
    out.writeBytes(header);
    try {
      var encoder = EncoderFactory.get().binaryEncoder(out, ENCODER.get());
      ENCODER.set(encoder);
      writer.write(value, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot encode " + schema.getName() + ": " + e.getMessage(), e);
    }
    if (out.size() > LARGEST_KEPT) {
      BUFFER.remove();
    }
    return out.toByteArray();
  }

  /**
   * A reader of what another version of the schema wrote.
   *
   * @throws SerializationException if this build cannot read that version
   */
  @SuppressWarnings("unchecked")
  DatumReader<T> readerOf(Schema writerSchema) {
    try {
      return (DatumReader<T>) data.createDatumReader(writerSchema, schema);
    } catch (AvroRuntimeException e) {
      throw new SerializationException(
          "cannot read " + writerSchema.getFullName() + " as " + schema.getName(), e);
    }
  }
}
