package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.logging.Printable;
import io.copyflow.wire.Json;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Prints records, one line each. */
final class RecordLines implements Consumer<ConsumerRecord<String, byte[]>> {

  private final Terminal terminal;
  private final Deserializer<? extends SpecificRecord> decoder;
  private final boolean envelope;
  private long undecodable;

  RecordLines(Terminal terminal, Deserializer<? extends SpecificRecord> decoder, boolean envelope) {
    this.terminal = terminal;
    this.decoder = decoder;
    this.envelope = envelope;
  }

  /** How many records could not be decoded. */
  long undecodable() {
    return undecodable;
  }

  @Override
  public void accept(ConsumerRecord<String, byte[]> record) {
    try {
      var value = value(record);
      terminal.out().println(Json.line(envelope ? enveloped(record, value) : value));
    } catch (SerializationException e) {
      undecodable++;
      terminal
          .err()
          .println(Printable.line("copyflow: %s: %s".formatted(at(record), e.getMessage())));
    }
  }

  // A tombstone has no value that could name what is gone, so its key is printed instead.
  private JsonNode value(ConsumerRecord<String, byte[]> record) {
    var decoded = decoder.deserialize(record.topic(), record.value());
    if (decoded != null) {
      return Json.toJson(decoded);
    }
    return envelope
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.objectNode().put("key", record.key()).put("tombstone", true);
  }

  private static ObjectNode enveloped(ConsumerRecord<String, byte[]> record, JsonNode value) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", record.topic())
            .put("partition", record.partition())
            .put("offset", record.offset())
            .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString())
            .put("key", record.key());
    node.set("value", value);
    return node;
  }

  private static String at(ConsumerRecord<String, byte[]> record) {
    return "%s partition %d offset %d"
        .formatted(record.topic(), record.partition(), record.offset());
  }
}
