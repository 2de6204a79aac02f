package io.copyflow.ingest;

import io.copyflow.avro.RawArticle;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Raw records as consumers see them; no code shared with what sends them, the serde apart. */
record Sent(String key, long timestamp, RawArticle article) {

  /** Committed records in the order of their timestamps, then keys as bytes. */
  static List<Sent> committed(TestBroker broker, Topics topics) {
    return broker.read(topics.raw(), "read_committed").stream()
        .map(Sent::of)
        .sorted(
            Comparator.comparingLong(Sent::timestamp)
                .thenComparing(Sent::bytes, Arrays::compareUnsigned))
        .toList();
  }

  private byte[] bytes() {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  byte[] content() {
    return article.getContent().array();
  }

  private static Sent of(ConsumerRecord<String, byte[]> raw) {
    var values = Wire.singleObject().serde(RawArticle.class).deserializer();
    return new Sent(raw.key(), raw.timestamp(), values.deserialize(raw.topic(), raw.value()));
  }

  static IngestSettings settings(TestBroker broker, Map<String, String> values) {
    return IngestSettings.of(values, Map.of("bootstrap.servers", broker.address()));
  }
}
