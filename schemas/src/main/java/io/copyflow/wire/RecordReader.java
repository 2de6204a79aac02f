package io.copyflow.wire;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads records of one type in either wire format, from every published version of the schema.
 *
 * <p>Avro's own {@code BinaryMessageDecoder} reads from a stream, so it believes a damaged length
 * and allocates up to 2 GB for it; a decoder over the array sees that so much is not there. It also
 * ignores what follows the record.
 */
final class RecordReader<T extends SpecificRecord> {

  private static final int LONGEST_REASON = 200;

  private final RecordCodec<T> codec;
  private final IntFunction<Schema> registry;
  private final Map<Long, DatumReader<T>> byFingerprint = new ConcurrentHashMap<>();
  private final Map<Integer, DatumReader<T>> byId = new ConcurrentHashMap<>();

  /**
   * @param registry finds a writer's schema by its id, or throws
   */
  RecordReader(RecordCodec<T> codec, IntFunction<Schema> registry) {
    this.codec = codec;
    this.registry = registry;
    PublishedSchemas.versions(codec.schema().getName()).forEach(this::know);
    know(codec.schema());
  }

  T read(byte[] value) {
    Frame frame = Frame.of(value);
    if (frame instanceof Frame.SingleObject single) {
      return decode(known(single.fingerprint()), value, Frame.SINGLE_OBJECT_BYTES);
    }
    if (frame instanceof Frame.Registered registered) {
      return decode(registered(registered.schemaId()), value, Frame.REGISTERED_BYTES);
    }
    throw new SerializationException(
        "not an Avro record: begins with %s, neither with C3 01 and a fingerprint nor with 00 and a schema id"
            .formatted(beginning(value)));
  }

  private void know(Schema writerSchema) {
    byFingerprint.put(Frame.fingerprint(writerSchema), codec.readerOf(writerSchema));
  }

  private DatumReader<T> known(long fingerprint) {
    var reader = byFingerprint.get(fingerprint);
    if (reader == null) {
      throw new UnknownSchemaException(
          "no published version of %s has the fingerprint %016x: another record, or written by a newer Copyflow"
              .formatted(codec.schema().getName(), fingerprint));
    }
    return reader;
  }

  private DatumReader<T> registered(int id) {
    var known = byId.get(id);
    if (known != null) {
      return known;
    }
    var reader = codec.readerOf(registry.apply(id));
    byId.put(id, reader);
    return reader;
  }

  private T decode(DatumReader<T> reader, byte[] value, int from) {
    try {
      var decoder = DecoderFactory.get().binaryDecoder(value, from, value.length - from, null);
      @SuppressWarnings("NullAway") // Avro's way of saying: into a new object
      T read = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new IOException("bytes left over after the record");
      }
      return read;
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot decode " + codec.schema().getName() + ": " + reason(e), e);
    }
  }

  /** One line: Avro's own messages may print whole schemas, and quote what they read. */
  private static String reason(Exception e) {
    var text = e.getMessage() == null ? "cut off" : e.getMessage();
    var line = text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  private static String beginning(byte[] value) {
    return value.length == 0
        ? "nothing"
        : HexFormat.ofDelimiter(" ").withUpperCase().formatHex(value, 0, Math.min(4, value.length));
  }
}
