package io.copyflow.topology;

import static io.copyflow.topology.PipelineObserver.Step.CLAIM;
import static io.copyflow.topology.PipelineObserver.Step.EXTRACT;
import static io.copyflow.topology.PipelineObserver.Step.SETTLE;
import static io.copyflow.topology.PipelineObserver.Step.WITHDRAW;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.Bytes;
import static org.apache.kafka.common.serialization.Serdes.String;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.Reread;
import io.copyflow.avro.Withdrawal;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.topology.PipelineObserver.Step;
import io.copyflow.topology.avro.SightingMessage;
import io.copyflow.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The pipeline on one screen.
 *
 * <pre>
 *     raw ─▶ extract ─┬─▶ sightings ─▶ by-content ─▶ claim ─▶ by-article ─▶ settle ─┬─▶ articles
 * rereads ─▶ reread ──┼─▶ outcomes                                                  ├─▶ outcomes
 *                     └─▶ dead-letters                     withdrawals ─▶ withdraw ─┴─▶ rereads
 * </pre>
 *
 * <p>Node and store names become metric tags, changelogs and repartition topics: they are part of
 * the contract, and changing one makes another application.
 */
final class ArticleTopology {

  static final String CLAIMS = "claims-v4";
  static final String HISTORIES = "histories-v3";
  static final String WITHDRAWN = "withdrawn-v1";
  static final String REREADS = "rereads-v1";
  static final String BY_CONTENT = "by-content";
  static final String BY_ARTICLE = "by-article";

  /**
   * Changelogs live as long as state does; repartition topics are read once and stay as they are.
   */
  private static final Map<String, String> CHANGELOG = Map.of(COMPRESSION_TYPE_CONFIG, "zstd");

  /** For how long requests let what comes in go first. */
  private static final long PATIENCE_MS = Duration.ofMinutes(10).toMillis();

  /** Internal topics and stores never leave this application, so they need no registry. */
  private static final Wire INTERNAL = Wire.singleObject();

  private static final Logger LOG = LoggerFactory.getLogger(ArticleTopology.class);

  private final Topics topics;
  private final Wire wire;
  private final Wire outputs;
  private final Pace pace;
  private final PipelineObserver observer;
  private final Seldom refusals = new Seldom(LOG, Level.INFO, "a raw record is refused");

  /** The live pipeline's. */
  ArticleTopology(Topics topics, Wire wire, PipelineObserver observer) {
    this(topics, wire, wire, Pace.FULL, observer);
  }

  /**
   * A topology.
   *
   * @param wire of what it reads
   * @param outputs of what it writes
   * @param pace at which it reads raw records
   * @param observer is told what it does
   */
  ArticleTopology(Topics topics, Wire wire, Wire outputs, Pace pace, PipelineObserver observer) {
    this.topics = topics;
    this.wire = wire;
    this.outputs = outputs;
    this.pace = pace;
    this.observer = observer;
  }

  Topology build(
      Rules rules, Verdicts verdicts, Dedup dedup, RecentReadings recent, Supplier<RawLog> rawLog) {
    Supplier<Recall> recall = () -> new Recall(rules, recent, rawLog.get());
    var builder = new StreamsBuilder();
    builder.addStateStore(store(CLAIMS));
    String histories = dedup.histories();
    builder.addStateStore(store(histories));
    builder.addStateStore(store(WITHDRAWN));
    builder.addStateStore(store(REREADS));

    KStream<String, SpecificRecord> came =
        builder.stream(topics.raw().name(), fromRaw())
            .process(
                timed(EXTRACT, () -> new Extract(rules, recent, pace, observer, refusals)),
                Named.as("extract"));
    KStream<String, SpecificRecord> cameAgain =
        builder.stream(topics.rereads().name(), fromRereads())
            .process(() -> readAgain(rules, recent, rawLog.get()), Named.as("reread"), REREADS);
    KStream<String, SpecificRecord> read = came.merge(cameAgain, Named.as("readings"));
    KStream<String, @Nullable SpecificRecord> settled =
        only(SightingMessage.class, read, "sightings")
            .repartition(by(BY_CONTENT))
            .process(
                timed(CLAIM, () -> new Claim(recall.get(), dedup.window())),
                Named.as("claim"),
                CLAIMS)
            .repartition(by(BY_ARTICLE))
            .process(
                timed(SETTLE, () -> new Settle(recall.get(), verdicts, dedup, observer)),
                Named.as("settle"),
                histories,
                WITHDRAWN);
    KStream<String, @Nullable SpecificRecord> decided =
        builder.stream(topics.withdrawals().name(), fromWithdrawals())
            .process(
                timed(WITHDRAW, () -> withdraw(recall.get(), verdicts, dedup)),
                Named.as("withdraw"),
                histories,
                WITHDRAWN);
    var judged = settled.merge(decided, Named.as("verdicts"));

    sink("refused", Outcome.class, read, topics.outcomes());
    sink("dead-letters", DeadLetter.class, read, topics.deadLetters());
    sink("settled", Outcome.class, judged, topics.outcomes());
    sink("articles", Article.class, judged, topics.articles());
    only(Reread.class, judged, "only-requests").to(topics.rereads().name(), asRereads());
    return builder.build();
  }

  /**
   * Decisions are read where the sightings of their articles are settled: the topic has as many
   * partitions as the raw topic, and keys lie where Kafka's default puts them. Their time is the
   * beginning, so whatever is decided already is known before the first sighting, and a replay
   * never shows what was withdrawn.
   */
  private Consumed<String, byte[]> fromWithdrawals() {
    return Consumed.with(String(), ByteArray())
        .withName("withdrawals")
        .withTimestampExtractor((record, streamTime) -> 0);
  }

  /**
   * Requests are read where their raw records are. They count as if they had come later, so that
   * what comes in goes first, and no request meets a raw record that was never read. Not much
   * later: changelogs take their times, and no broker takes one that is an hour ahead.
   */
  private Consumed<String, byte[]> fromRereads() {
    return Consumed.with(String(), ByteArray())
        .withName("rereads")
        .withTimestampExtractor((record, streamTime) ->
            Math.min(record.timestamp(), System.currentTimeMillis()) + PATIENCE_MS);
  }

  private ReadAgain readAgain(Rules rules, RecentReadings recent, RawLog rawLog) {
    return new ReadAgain(rules, recent, rawLog, wire.serde(Reread.class).deserializer());
  }

  private Produced<String, Reread> asRereads() {
    return Produced.with(String(), outputs.serde(Reread.class))
        .withName("requests")
        .withStreamPartitioner((topic, key, request, partitions) ->
            Optional.of(Set.of(request.getRaw().getPartition())));
  }

  private Withdraw withdraw(Recall recall, Verdicts verdicts, Dedup dedup) {
    var decisions = wire.serde(Withdrawal.class).deserializer();
    return new Withdraw(recall, verdicts, dedup, decisions, observer);
  }

  private <K, V, K2, V2> ProcessorSupplier<K, V, K2, V2> timed(
      Step name, ProcessorSupplier<K, V, K2, V2> step) {
    return Timed.by(observer, name, step);
  }

  private Consumed<String, byte[]> fromRaw() {
    return Consumed.with(String(), ByteArray())
        .withName("raw")
        .withTimestampExtractor((record, streamTime) -> Math.max(0, record.timestamp()));
  }

  private Repartitioned<String, SightingMessage> by(String name) {
    return Repartitioned.<String, SightingMessage>as(name)
        .withKeySerde(String())
        .withValueSerde(INTERNAL.serde(SightingMessage.class))
        .withNumberOfPartitions(topics.raw().partitions());
  }

  private <T extends SpecificRecord> void sink(
      String name,
      Class<T> type,
      KStream<String, ? extends @Nullable SpecificRecord> from,
      TopicSpec topic) {
    only(type, from, "only-" + name)
        .to(topic.name(), Produced.with(String(), outputs.serde(type)).withName(name));
  }

  /** The records of one type; a null can only be the tombstone of an article. */
  @SuppressWarnings("unchecked") // The filter is the cast.
  private static <T extends SpecificRecord> KStream<String, T> only(
      Class<T> type, KStream<String, ? extends @Nullable SpecificRecord> from, String name) {
    boolean takesTombstones = type == Article.class;
    return (KStream<String, T>)
        from.filter(
            (key, value) -> value == null ? takesTombstones : type.isInstance(value),
            Named.as(name));
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Bytes(), ByteArray())
        .withLoggingEnabled(CHANGELOG);
  }
}
