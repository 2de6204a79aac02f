package io.copyflow.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Generation;
import io.copyflow.avro.IngestedVersion;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.Reread;
import io.copyflow.avro.Withdrawal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of all topics that Copyflow reads and writes; their names are a contract with other
 * programs. Immutable.
 */
public final class Topics {

  /** Default prefix of all topic names. */
  public static final String DEFAULT_PREFIX = "copyflow.";

  /** Default number of partitions. */
  public static final int DEFAULT_PARTITIONS = 4;

  /** Largest file that is sent with its bytes, unless configured otherwise. */
  public static final int DEFAULT_MAX_FILE_BYTES = 8 << 20;

  /**
   * Largest record that the raw topic takes: a file of the largest size and its envelope. Other
   * programs may push records up to this size.
   */
  public static final int MAX_RAW_BYTES = 10 << 20;

  /**
   * Largest record that every other topic takes, and the largest request that our producers send: a
   * raw record and what a dead letter adds to it. Larger than {@link #MAX_RAW_BYTES}, so that
   * whatever came in can also go out.
   */
  public static final int MAX_RECORD_BYTES = 12 << 20;

  private static final Duration FOR_EVER = Duration.ofMillis(-1);

  private final TopicSpec raw;
  private final TopicSpec articles;
  private final TopicSpec outcomes;
  private final TopicSpec deadLetters;
  private final TopicSpec documents;
  private final TopicSpec withdrawals;
  private final TopicSpec generations;
  private final TopicSpec rereads;
  private final String prefix;

  /**
   * The catalogue under a prefix.
   *
   * @param prefix what every topic's name begins with, its separator included
   * @param partitions of every topic, from 1
   */
  public Topics(String prefix, int partitions) {
    this(prefix, partitions, "");
  }

  /**
   * @param generation whose outputs are meant, with its separator; empty for the live ones
   */
  private Topics(String prefix, int partitions, String generation) {
    this.prefix = prefix;
    raw =
        new TopicSpec(
            prefix + "articles.raw",
            "document: SOURCE/PATH",
            RawArticle.getClassSchema(),
            partitions,
            kept(MAX_RAW_BYTES, FOR_EVER),
            "The log of record: verbatim article files. Everything downstream can be rebuilt from"
                + " it, so it has no time limit.");
    articles =
        new TopicSpec(
            prefix + generation + "articles",
            "articleId",
            Article.getClassSchema(),
            partitions,
            compacted(Duration.ofDays(30)),
            "Every accepted revision, the latest for ever. Consumers have 30 days to see each"
                + " revision before compaction. A tombstone means withdrawn.");
    outcomes =
        new TopicSpec(
            prefix + generation + "outcomes",
            "PARTITION-OFFSET of the raw record",
            Outcome.getClassSchema(),
            partitions,
            compacted(Duration.ZERO),
            "Exactly one verdict per raw record; a later value for a key is a correction.");
    deadLetters =
        new TopicSpec(
            prefix + generation + "dead-letters",
            "document: SOURCE/PATH",
            DeadLetter.getClassSchema(),
            partitions,
            kept(MAX_RECORD_BYTES, FOR_EVER),
            "What could not become an article, with its reason and its bytes, until an operator"
                + " has seen to it: no time limit.");
    documents =
        new TopicSpec(
            prefix + "documents",
            "document: SOURCE/PATH",
            IngestedVersion.getClassSchema(),
            partitions,
            compacted(Duration.ZERO),
            "Ingest's memory: the version of each document that was last sent. Written in the same"
                + " transaction as the raw record.");
    withdrawals =
        new TopicSpec(
            prefix + "withdrawals",
            "articleId",
            Withdrawal.getClassSchema(),
            partitions,
            compacted(Duration.ZERO),
            "Decisions of people that an article must not be seen: the latest one for an article"
                + " counts. Not derived from anything, so back it up like the raw topic. As many"
                + " partitions as the raw topic.");
    generations =
        new TopicSpec(
            prefix + "generations",
            "id of the generation",
            Generation.getClassSchema(),
            1,
            compacted(Duration.ZERO),
            "Replays: which there are, what they are at, by which rules, so that any machine can go"
                + " on with one, promote or discard it.");
    rereads =
        new TopicSpec(
            prefix + generation + "rereads",
            "PARTITION-OFFSET of the raw record",
            Reread.getClassSchema(),
            partitions,
            kept(MAX_RECORD_BYTES, Duration.ofDays(30)),
            "Requests to read single raw records again: re-drives of dead letters and promotions."
                + " Each lies in the partition of its raw record, so there are as many partitions"
                + " as in the raw topic. What was asked for is done within seconds; 30 days are for"
                + " a processor that stands still.");
  }

  /**
   * The same catalogue for a generation of its own: it reads what the live pipeline reads, and
   * writes to topics of its own, {@code PREFIX + ID + "."} and the usual name.
   */
  public Topics ofGeneration(String id) {
    return new Topics(prefix, raw.partitions(), id + ".");
  }

  /** The catalogue under the default prefix with the default number of partitions. */
  public static Topics standard() {
    return new Topics(DEFAULT_PREFIX, DEFAULT_PARTITIONS);
  }

  /** Verbatim article files. */
  public TopicSpec raw() {
    return raw;
  }

  /** Accepted revisions. */
  public TopicSpec articles() {
    return articles;
  }

  /** Verdicts. */
  public TopicSpec outcomes() {
    return outcomes;
  }

  /** What could not become an article. */
  public TopicSpec deadLetters() {
    return deadLetters;
  }

  /** Ingest's memory. */
  public TopicSpec documents() {
    return documents;
  }

  /** What people took out of sight. */
  public TopicSpec withdrawals() {
    return withdrawals;
  }

  /** What replays there are. */
  public TopicSpec generations() {
    return generations;
  }

  /**
   * What is derived from the raw topic, and what makes no sense without that: everything that a
   * generation has for itself.
   */
  public List<TopicSpec> outputs() {
    return List.of(articles, outcomes, deadLetters, rereads);
  }

  /** What is to be read again. */
  public TopicSpec rereads() {
    return rereads;
  }

  /** All topics, in the order of the flow. */
  public List<TopicSpec> all() {
    return List.of(
        documents, raw, rereads, withdrawals, articles, outcomes, deadLetters, generations);
  }

  private static Map<String, String> kept(int maxMessageBytes, Duration retention) {
    return Map.of(
        CLEANUP_POLICY_CONFIG,
        CLEANUP_POLICY_DELETE,
        RETENTION_MS_CONFIG,
        Long.toString(retention.toMillis()),
        RETENTION_BYTES_CONFIG,
        "-1",
        MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(maxMessageBytes),
        MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "CreateTime");
  }

  private static Map<String, String> compacted(Duration minimumLag) {
    return Map.of(
        CLEANUP_POLICY_CONFIG,
        CLEANUP_POLICY_COMPACT,
        MIN_COMPACTION_LAG_MS_CONFIG,
        Long.toString(minimumLag.toMillis()),
        MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(MAX_RECORD_BYTES),
        MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "CreateTime");
  }
}
