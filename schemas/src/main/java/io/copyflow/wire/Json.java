package io.copyflow.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as plain JSON, for people and tools; not Avro's own JSON encoding, which wraps the
 * values of unions.
 *
 * <p>Fields come in the schema's order, under the schema's names, nulls included. A timestamp is an
 * ISO-8601 instant in UTC, with milliseconds only where it has any ({@code 2023-09-13T09:13:00Z}).
 * Bytes are base64. An enum is its symbol. A number that is not finite is a string ({@code "NaN"}).
 * The same record always gives the same text. Stateless.
 */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  // Legal in JSON, but a terminal obeys some, others break a line or hide or reverse text; and half
  // a surrogate pair cannot be written as UTF-8. No JSON syntax is among them.
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Json() {}

  /** A record as a tree, to which a caller may add. */
  public static ObjectNode toJson(IndexedRecord record) {
    try (var buffer = new TokenBuffer(MAPPER, false)) {
      write(record, buffer);
      return MAPPER.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record as one line, without a line break at its end; safe to print on a terminal. */
  public static String line(IndexedRecord record) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text)) {
      write(record, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return safe(text.toString());
  }

  /** Any JSON as one line, without a line break at its end; safe to print on a terminal. */
  public static String line(JsonNode json) {
    return safe(json.toString());
  }

  private static String safe(String json) {
    return UNSAFE.matcher(json).replaceAll(match -> escaped(match.group()));
  }

  /**
   * Streams a record, for large ones or many.
   *
   * @throws IOException if the generator's target fails
   */
  public static void write(IndexedRecord record, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (var field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      write(record.get(field.pos()), field.schema(), out);
    }
    out.writeEndObject();
  }

  // By the value's class, not by the schema: a union is then nothing special.
  private static void write(@Nullable Object value, Schema schema, JsonGenerator out)
      throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof IndexedRecord record) {
      write(record, out);
    } else if (value instanceof Collection<?> items) {
      writeAll(items, branch(schema, Schema.Type.ARRAY).getElementType(), out);
    } else if (value instanceof Map<?, ?> entries) {
      writeAll(entries, branch(schema, Schema.Type.MAP).getValueType(), out);
    } else {
      writeScalar(value, schema, out);
    }
  }

  private static void writeAll(Collection<?> items, Schema schema, JsonGenerator out)
      throws IOException {
    out.writeStartArray();
    for (var item : items) {
      write(item, schema, out);
    }
    out.writeEndArray();
  }

  private static void writeAll(Map<?, ?> entries, Schema schema, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    for (var entry : entries.entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      write(entry.getValue(), schema, out);
    }
    out.writeEndObject();
  }

  private static void writeScalar(Object value, Schema schema, JsonGenerator out)
      throws IOException {
    if (value instanceof ByteBuffer bytes) {
      var copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      out.writeBinary(copy);
    } else if (value instanceof GenericFixed fixed) {
      out.writeBinary(fixed.bytes());
    } else if (value instanceof Long millis && isTimestamp(schema)) {
      // A generic record read without conversions holds the number.
      out.writeString(Instant.ofEpochMilli(millis).toString());
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(value.toString());
    }
  }

  private static void writeNumber(Number number, JsonGenerator out) throws IOException {
    if (number instanceof Double || number instanceof Float) {
      out.writeNumber(number.doubleValue());
    } else {
      out.writeNumber(number.longValue());
    }
  }

  private static boolean isTimestamp(Schema schema) {
    var type = branch(schema, Schema.Type.LONG).getLogicalType();
    return type != null && type.getName().equals("timestamp-millis");
  }

  private static Schema branch(Schema schema, Schema.Type type) {
    return schema.isUnion()
        ? schema.getTypes().stream().filter(one -> one.getType() == type).findFirst().orElseThrow()
        : schema;
  }

  private static String escaped(String character) {
    var escaped = new StringBuilder();
    character.chars().forEach(unit -> escaped.append("\\\\u%04x".formatted(unit)));
    return escaped.toString();
  }
}
