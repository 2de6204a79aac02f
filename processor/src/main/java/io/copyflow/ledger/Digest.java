package io.copyflow.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Json;
import io.copyflow.wire.Wire;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * One hash over the compacted views of articles and outcomes, to compare two runs. Left out is what
 * may differ between runs over the same files: positions in topics, times of ingestion and of the
 * file system, and how a verdict came about: by which version of the rules, at which reading, and
 * what had it written. Reads the topics from their beginning; 32 bytes of memory and a key for each
 * record of the views.
 */
public final class Digest {

  private final Topics topics;
  private final Wire wire;
  private final Map<String, Object> kafka;

  /**
   * A digest over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Digest(Topics topics, Wire wire, Map<String, Object> kafka) {
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /** The hash: 64 lower-case hex digits. */
  public String compute() {
    MessageDigest all = sha256();
    view(topics.articles(), Article.class, Digest::withoutRun).forEach(all::update);
    view(topics.outcomes(), Outcome.class, Digest::withoutRun).forEach(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  /** The hashes of a view's latest values, sorted, so that neither order nor partition counts. */
  private <T extends SpecificRecord> List<byte[]> view(
      TopicSpec topic, Class<T> type, Consumer<ObjectNode> cut) {
    var values = wire.serde(type).deserializer();
    var latest = new HashMap<String, byte[]>();
    TopicReader.readAll(
        kafka,
        topic.name(),
        record -> {
          T value = values.deserialize(record.topic(), record.value());
          if (value == null) {
            latest.remove(record.key());
          } else {
            ObjectNode json = Json.toJson(value);
            cut.accept(json);
            latest.put(record.key(), sha256().digest(json.toString().getBytes(UTF_8)));
          }
        });
    return latest.values().stream().sorted(Arrays::compareUnsigned).toList();
  }

  private static void withoutRun(ObjectNode record) {
    record.remove(
        List.of(
            "raw", "ingestedAt", "collectedAt", "cause", "generation", "attempt", "otherAttempt"));
    if (record.get("extractor") instanceof ObjectNode rules) {
      rules.remove("version");
    }
    for (String reference : List.of("other", "reissueOf")) {
      if (record.get(reference) instanceof ObjectNode other) {
        other.remove("raw");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
