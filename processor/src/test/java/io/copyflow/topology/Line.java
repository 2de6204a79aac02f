package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.Cause;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Document;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.Reread;
import io.copyflow.avro.Withdrawal;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker: files go in, and the compacted views come out. */
final class Line implements AutoCloseable {

  /** No article may be larger; small, so that a test can reach it. */
  static final int MAX_ARTICLE_BYTES = 20_000;

  private static final Wire WIRE = Wire.singleObject();

  /** Reading all publisher files takes longer than most of what is done to a line. */
  private static final Extractor STANDARD = Extractor.standard();

  /** So that every correction reads the raw log again. */
  private static final long NOTHING_RECENT = 0;

  private final Topics topics = new Topics("copyflow.", 1);
  private final List<RawLog.Raw> raw = new ArrayList<>();
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> input;
  private final TestInputTopic<String, byte[]> decisions;
  private final TestInputTopic<String, byte[]> requests;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final List<Article> revisions = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final RecordLimits limits = new RecordLimits(MAX_ARTICLE_BYTES);
  private final Failures failures;
  private Rules rules;
  private int written;

  Line(Path stateDir) {
    this(stateDir, Dedup.STANDARD);
  }

  Line(Path stateDir, Dedup dedup) {
    var verdicts = new Verdicts(topics.raw().name(), Extractor.VERSION);
    rules = reader(STANDARD);
    var recent = new RecentReadings(NOTHING_RECENT);
    var topology =
        new ArticleTopology(topics, WIRE, PipelineObserver.NONE)
            .build(
                new Today(),
                verdicts,
                dedup,
                recent,
                () -> (partition, offset) -> raw.get((int) offset));
    var properties = new Properties();
    properties.put("application.id", "copyflow");
    properties.put("state.dir", stateDir.toString());
    failures = new Failures(topics, verdicts, WIRE, limits, PipelineObserver.NONE);
    properties.putAll(FailureHandler.properties(failures));
    driver = new TopologyTestDriver(topology, properties);
    input =
        driver.createInputTopic(
            topics.raw().name(), new StringSerializer(), new ByteArraySerializer());
    decisions =
        driver.createInputTopic(
            topics.withdrawals().name(), new StringSerializer(), new ByteArraySerializer());
    requests =
        driver.createInputTopic(
            topics.rereads().name(), new StringSerializer(), new ByteArraySerializer());
  }

  /** A file in the archive's exact form. */
  static byte[] file(String title, String url, String... paragraphs) {
    var body =
        new StringBuilder("<!--1694596501000-->\n[%s](%s)\n------\n\n".formatted(title, url));
    for (String paragraph : paragraphs) {
      body.append("<p>").append(paragraph).append("</p>");
    }
    return body.append("\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Sends a file under a name, ingested at a time in milliseconds. */
  void ingest(String path, long time, byte[] content) {
    var record =
        RawArticle.newBuilder()
            .setDocument(new Document("test", path))
            .setContent(ByteBuffer.wrap(content))
            .setBytes(content.length)
            .setSha256("0".repeat(64))
            .build();
    send(path, time, record);
  }

  void send(String path, long time, RawArticle record) {
    sendBytes(
        "test/" + path, time, WIRE.serde(RawArticle.class).serializer().serialize("", record));
  }

  void sendBytes(@Nullable String key, long time, byte @Nullable [] value) {
    sendBytes(key, time, value, new RecordHeaders());
  }

  void sendBytes(@Nullable String key, long time, byte @Nullable [] value, Headers headers) {
    raw.add(new RawLog.Raw(key, value, time, headers));
    input.pipeInput(new TestRecord<>(key, value, headers, time));
    readAll();
  }

  /** Somebody decides that an article must not be seen, or may be seen again. */
  void withdraw(String articleId, boolean undone) {
    var decision = new Withdrawal(articleId, undone, "asked to", "editor", Instant.EPOCH);
    withdraw(articleId, WIRE.serde(Withdrawal.class).serializer().serialize("", decision));
  }

  void withdraw(String articleId, byte @Nullable [] value) {
    decisions.pipeInput(new TestRecord<>(articleId, value, null, 0L));
    readAll();
  }

  /** Asks for the raw record of a document to be read again, by what its outcome says. */
  void readAgain(String path, Cause cause) {
    Outcome outcome = outcome(path);
    String folded =
        outcome.getFoldedHash() == null ? outcome.getContentHash() : outcome.getFoldedHash();
    readAgain(
        Reread.newBuilder()
            .setRaw(outcome.getRaw())
            .setDocument(outcome.getDocument())
            .setCause(cause)
            .setAttempt(outcome.getAttempt() + 1)
            .setPrevious(
                folded == null
                    ? null
                    : new PreviousReading(Objects.requireNonNull(outcome.getArticleId()), folded))
            .setRequestedAt(Instant.EPOCH)
            .build());
  }

  void readAgain(Reread request) {
    requests.pipeInput(
        new TestRecord<>(
            Keys.of(request.getRaw()),
            WIRE.serde(Reread.class).serializer().serialize("", request),
            null,
            0L));
    readAll();
  }

  /** From now on files are read by the rules of another extractor. */
  void setExtractor(Extractor extractor) {
    rules = reader(extractor);
  }

  private Rules reader(Extractor extractor) {
    return new Reader(
        extractor,
        WIRE.serde(RawArticle.class).deserializer(),
        new Verdicts(topics.raw().name(), extractor.version()),
        limits);
  }

  /** From now on values are read by other rules. */
  void setRules(Rules rules) {
    this.rules = rules;
  }

  /** Those that files are read by now. */
  Rules rules() {
    return rules;
  }

  /** How large a record may be, which brokers may lower. */
  RecordLimits limits() {
    return limits;
  }

  /** Why the processor stopped; null while it has not. */
  @Nullable String stopped() {
    return failures.line();
  }

  /** Puts bytes where only the processor itself writes. */
  void sendInternally(String topic, String key, byte[] value) {
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key, value, null, 0L));
  }

  /** Whatever the rules are when they are asked. */
  private final class Today implements Rules {

    @Override
    public Reading read(RawKey raw, byte @Nullable [] value) {
      return rules.read(raw, value);
    }

    @Override
    public boolean admits(Reading.Identified reading) {
      return rules.admits(reading);
    }
  }

  private void readAll() {
    read(topics.outcomes(), Outcome.class, outcomes, new ArrayList<>());
    read(topics.articles(), Article.class, articles, revisions);
    read(topics.deadLetters(), DeadLetter.class, new LinkedHashMap<>(), deadLetters);
  }

  private <T extends SpecificRecord> void read(
      TopicSpec topic, Class<T> type, Map<String, T> view, List<T> log) {
    var output =
        driver.createOutputTopic(
            topic.name(), new StringDeserializer(), WIRE.serde(type).deserializer());
    for (var record : output.readKeyValuesToList()) {
      written++;
      if (record.value == null) {
        view.remove(record.key);
      } else {
        view.put(record.key, record.value);
        log.add(record.value);
      }
    }
  }

  /** The latest outcome of the one raw record of a document. */
  Outcome outcome(String path) {
    return outcomes.values().stream()
        .filter(outcome -> outcome.getDocument().getPath().equals(path))
        .reduce((one, other) -> other)
        .orElseThrow(() -> new AssertionError("no outcome for " + path));
  }

  /** The file of the raw record that the verdict on a document rests on. */
  String other(String path) {
    var raw = Objects.requireNonNull(outcome(path).getOther()).getRaw();
    return Keys.document(this.raw.get((int) raw.getOffset()).key()).getPath();
  }

  /** How many records were written, tombstones included. */
  int written() {
    return written;
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  /** What consumers see: the latest revision of each article. */
  List<Article> articles() {
    return List.copyOf(articles.values());
  }

  /** Every revision that was written, in order. */
  List<Article> revisions() {
    return List.copyOf(revisions);
  }

  List<DeadLetter> deadLetters() {
    return List.copyOf(deadLetters);
  }

  String key(String path) {
    return Keys.of(new Document("test", path));
  }

  @Override
  public void close() {
    driver.close();
  }
}
