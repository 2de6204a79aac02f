package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Document;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Stage;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on the topics as no pipeline would: a plain producer, one record at a time. */
final class Staging implements AutoCloseable {

  private static final ExtractorInfo BY_HAND = new ExtractorInfo("by-hand", "1", null);

  private final Topics topics;
  private final Wire wire = Wire.singleObject();
  private final KafkaProducer<String, byte[]> producer;
  private Instant now = Instant.now().minusSeconds(60);

  /** A raw record, where it is and when it came. */
  record Raw(Document document, RawPosition position, Instant at) {

    String articleId() {
      return "u:" + document.getPath();
    }
  }

  Staging(String bootstrapServer, String topicPrefix) {
    topics = new Topics(topicPrefix, 1);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServer),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** A raw record, a second after the one before. */
  Raw raw(String path) throws Exception {
    now = now.plusSeconds(1);
    var document = new Document("feed", path);
    byte[] content = path.getBytes(UTF_8);
    var value =
        RawArticle.newBuilder()
            .setDocument(document)
            .setContent(ByteBuffer.wrap(content))
            .setBytes(content.length)
            .setSha256("ab".repeat(32))
            .build();
    RecordMetadata sent = send(topics.raw(), Keys.of(document), value);
    return new Raw(document, new RawPosition(sent.topic(), sent.partition(), sent.offset()), now);
  }

  void outcome(Raw raw, OutcomeKind kind) throws Exception {
    send(topics.outcomes(), Keys.of(raw.position), verdict(raw, kind).build());
  }

  /** The first revision of an article of its own. */
  void revision(Raw raw, OutcomeKind kind, String content) throws Exception {
    var outcome = told(raw, kind, content).setRevision(1).build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  /** A later verdict on the article of a first raw record: REVISED or UNCHANGED. */
  void later(Raw raw, OutcomeKind kind, String content, Raw first, int revision, Raw basis)
      throws Exception {
    var outcome =
        told(raw, kind, content)
            .setArticleId(first.articleId())
            .setRevision(revision)
            .setOther(new OtherArticle(first.articleId(), basis.position))
            .build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  /** Says of a raw record what was never so. */
  void outcome(Raw raw, Document document, Instant at, OutcomeKind kind) throws Exception {
    var outcome = verdict(raw, kind).setDocument(document).setIngestedAt(at).build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  /** Bytes that are no record of their topic. */
  void garbage(String key) throws Exception {
    var garbage = new ProducerRecord<>(topics.outcomes().name(), key, new byte[] {1, 2, 3});
    producer.send(garbage).get();
  }

  /** Takes an article away. */
  void tombstone(Raw raw) throws Exception {
    var tombstone =
        new ProducerRecord<String, byte[]>(topics.articles().name(), raw.articleId(), null);
    producer.send(tombstone).get();
  }

  void copy(Raw raw, String content, Raw original) throws Exception {
    copy(raw, content, original, raw);
  }

  /** A copy that speaks of the article of another raw record. */
  void copy(Raw raw, String content, Raw original, Raw first) throws Exception {
    var other = new OtherArticle(original.articleId(), original.position);
    var outcome =
        told(raw, OutcomeKind.DUPLICATE, content)
            .setArticleId(first.articleId())
            .setOther(other)
            .build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  void article(Raw raw, String content) throws Exception {
    article(raw, content, raw, 1, null);
  }

  /** A revision of the article of a first raw record. */
  void article(Raw raw, String content, Raw first, int revision, @Nullable String supersedes)
      throws Exception {
    var article =
        Article.newBuilder()
            .setArticleId(first.articleId())
            .setRevision(revision)
            .setSupersedes(supersedes)
            .setContentHash(content)
            .setTitleHash("v1:00")
            .setDocument(raw.document)
            .setText("Text.")
            .setCharacters(5)
            .setWords(1)
            .setExtractor(BY_HAND)
            .setRaw(raw.position)
            .build();
    send(topics.articles(), first.articleId(), article);
  }

  void deadLetter(Raw raw) throws Exception {
    var letter =
        DeadLetter.newBuilder()
            .setDocument(raw.document)
            .setRaw(raw.position)
            .setStage(Stage.EXTRACT)
            .setReason("NO_HEADER")
            .setDetail("no header")
            .setAttempt(1)
            .setExtractor(BY_HAND)
            .build();
    send(topics.deadLetters(), Keys.of(raw.document), letter);
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Outcome.Builder told(Raw raw, OutcomeKind kind, String content) {
    return verdict(raw, kind).setArticleId(raw.articleId()).setContentHash(content);
  }

  private static Outcome.Builder verdict(Raw raw, OutcomeKind kind) {
    return Outcome.newBuilder()
        .setKind(kind)
        .setDocument(raw.document)
        .setRaw(raw.position)
        .setIngestedAt(raw.at)
        .setExtractor(BY_HAND);
  }

  @SuppressWarnings("unchecked") // a record's class is the class of its serde
  private <T extends SpecificRecord> RecordMetadata send(TopicSpec topic, String key, T value)
      throws Exception {
    var serializer = wire.serde((Class<T>) value.getClass()).serializer();
    byte[] bytes = serializer.serialize(topic.name(), value);
    return producer
        .send(new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), key, bytes))
        .get();
  }
}
