package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Article;
import io.copyflow.avro.CopyKind;
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
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on the topics as no pipeline would: with a plain producer, in no transaction. */
final class Staging implements AutoCloseable {

  private static final ExtractorInfo BY_HAND = new ExtractorInfo("by-hand", "1", null);

  private final Topics topics;
  private final Wire wire = Wire.singleObject();
  private final KafkaProducer<String, byte[]> producer;
  private final boolean inBulk;
  private final byte[] filling;
  private final long[] ends;
  private int rawRecords;
  private Instant now;

  /** A raw record, where it is and when it came. */
  record Raw(Document document, RawPosition position, Instant at) {

    String articleId() {
      return "u:" + document.getPath();
    }
  }

  /** One record at a time, each acknowledged before the next; topics of one partition. */
  Staging(String bootstrapServer, String topicPrefix) {
    this(bootstrapServer, new Topics(topicPrefix, 1), 60, 0, Map.of());
  }

  /**
   * As fast as the broker takes them, on topics that are empty.
   *
   * @param records how many raw records there will be; they are a second apart and end now
   * @param fillingBytes what each raw record and each article holds beside its name
   */
  static Staging inBulk(String bootstrapServer, Topics topics, int records, int fillingBytes) {
    return new Staging(
        bootstrapServer,
        topics,
        records,
        fillingBytes,
        Map.of("linger.ms", "20", "batch.size", "262144", "compression.type", "lz4"));
  }

  private Staging(
      String bootstrapServer,
      Topics topics,
      int seconds,
      int fillingBytes,
      Map<String, String> more) {
    this.topics = topics;
    this.inBulk = !more.isEmpty();
    this.filling = new byte[fillingBytes];
    Arrays.fill(filling, (byte) 'x');
    this.ends = new long[topics.raw().partitions()];
    this.now = Instant.now().minusSeconds(seconds);
    var config = new HashMap<String, Object>(more);
    config.put("bootstrap.servers", bootstrapServer);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A raw record, a second after the one before. */
  Raw raw(String path) throws Exception {
    now = now.plusSeconds(1);
    var document = new Document("feed", path);
    // Nobody else writes, so where a record will lie is known before the broker says so.
    int partition = rawRecords++ % ends.length;
    var value =
        RawArticle.newBuilder()
            .setDocument(document)
            .setContent(ByteBuffer.wrap(filling))
            .setBytes(filling.length)
            .setSha256("ab".repeat(32))
            .build();
    send(topics.raw(), partition, Keys.of(document), value);
    var position = new RawPosition(topics.raw().name(), partition, ends[partition]++);
    return new Raw(document, position, now);
  }

  /** What is staged next happens some days later, or earlier if there are less than none. */
  void moveOn(int days) {
    now = now.plus(days, ChronoUnit.DAYS);
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

  /** A copy, under an article of its own, of what an article shows in a later raw record. */
  void copyOf(Raw raw, String content, Raw first, Raw shown) throws Exception {
    var outcome =
        told(raw, OutcomeKind.DUPLICATE, content)
            .setOther(new OtherArticle(first.articleId(), shown.position))
            .build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
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

  /** What a raw record shows, in the other script, is what an original shows. */
  void mirror(Raw raw, String content, String folded, Raw original) throws Exception {
    var outcome =
        told(raw, OutcomeKind.DUPLICATE, content)
            .setFoldedHash(folded)
            .setCopy(CopyKind.SCRIPT_VARIANT)
            .setOther(new OtherArticle(original.articleId(), original.position))
            .build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  /** The first revision of an article of its own, with a content that another article had first. */
  void reissue(Raw raw, String content, Raw first) throws Exception {
    var outcome =
        told(raw, OutcomeKind.NEW, content)
            .setRevision(1)
            .setReissueOf(new OtherArticle(first.articleId(), first.position))
            .build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
    article(raw, content);
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
            .setText("Text. " + new String(filling, UTF_8))
            .setCharacters(5)
            .setWords(1)
            .setExtractor(BY_HAND)
            .setRaw(raw.position)
            .build();
    send(topics.articles(), first.articleId(), article);
  }

  void deadLetter(Raw raw) throws Exception {
    deadLetter(raw, 1);
  }

  /** An outcome that rests on a later reading of its raw record. */
  void outcome(Raw raw, OutcomeKind kind, int attempt) throws Exception {
    var outcome = verdict(raw, kind).setReason("NO_CONTENT").setAttempt(attempt).build();
    send(topics.outcomes(), Keys.of(raw.position), outcome);
  }

  void deadLetter(Raw raw, int attempt) throws Exception {
    var letter =
        DeadLetter.newBuilder()
            .setDocument(raw.document)
            .setRaw(raw.position)
            .setStage(Stage.EXTRACT)
            .setReason("NO_HEADER")
            .setDetail("no header")
            .setAttempt(attempt)
            .setExtractor(BY_HAND)
            .build();
    send(topics.deadLetters(), Keys.of(raw.document), letter);
  }

  /** Waits until the broker has all. */
  void flush() {
    producer.flush();
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

  private <T extends SpecificRecord> void send(TopicSpec topic, String key, T value)
      throws Exception {
    send(topic, null, key, value);
  }

  @SuppressWarnings("unchecked") // a record's class is the class of its serde
  private <T extends SpecificRecord> void send(
      TopicSpec topic, @Nullable Integer partition, String key, T value) throws Exception {
    var serializer = wire.serde((Class<T>) value.getClass()).serializer();
    byte[] bytes = serializer.serialize(topic.name(), value);
    var sent =
        producer.send(
            new ProducerRecord<>(topic.name(), partition, now.toEpochMilli(), key, bytes));
    if (!inBulk) {
      sent.get();
    }
  }
}
