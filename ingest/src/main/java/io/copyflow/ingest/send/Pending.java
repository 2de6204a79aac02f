package io.copyflow.ingest.send;

import io.copyflow.avro.IngestedVersion;
import io.copyflow.avro.RawArticle;
import io.copyflow.ingest.files.Sha256;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A file's two records, sent and not yet committed: the article, and the memory that it was sent.
 */
record Pending(
    Sha256 version, ProducerRecord<byte[], byte[]> raw, ProducerRecord<byte[], byte[]> memory) {

  byte[] key() {
    return raw.key();
  }

  int bytes() {
    return raw.value().length;
  }

  /** Makes both records. Not thread-safe. */
  static final class Packer {

    private final Destination destination;
    private final SendClock clock;
    private final Serializer<RawArticle> articles;
    private final Serializer<IngestedVersion> versions;

    Packer(Destination destination, SendClock clock) {
      Wire wire = destination.wire();
      this.destination = destination;
      this.clock = clock;
      this.articles = wire.serde(RawArticle.class).serializer();
      this.versions = wire.serde(IngestedVersion.class).serializer();
    }

    Pending pack(RawArticle article) {
      byte[] key = Keys.of(article.getDocument()).getBytes(StandardCharsets.UTF_8);
      long timestamp = clock.next(key);
      String raw = destination.topics().raw().name();
      String documents = destination.topics().documents().name();
      var version = new IngestedVersion(article.getSha256(), article.getBytes());
      return new Pending(
          Sha256.ofHex(article.getSha256()),
          new ProducerRecord<>(raw, null, timestamp, key, articles.serialize(raw, article)),
          new ProducerRecord<>(
              documents, null, timestamp, key, versions.serialize(documents, version)));
    }
  }
}
