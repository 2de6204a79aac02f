package io.copyflow.topology;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Window;
import io.copyflow.topics.Topics;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;

/**
 * How the processor runs.
 *
 * @param applicationId consumer group, prefix of internal topics and of transactional ids
 * @param stateDir folder of this instance's state stores; holds nothing that cannot be restored
 * @param threads stream threads of this instance
 * @param commitIntervalMs milliseconds between commits: the latency of an exactly-once pipeline
 * @param sessionTimeoutMs milliseconds after which a silent instance loses its partitions
 * @param maxArticleBytes largest encoded article; a larger one is refused
 * @param dedup what verdicts on copies rest on beside the raw records
 * @param kafka client properties that pass through, in Kafka's own names
 */
public record ProcessorSettings(
    String applicationId,
    Path stateDir,
    int threads,
    int commitIntervalMs,
    int sessionTimeoutMs,
    int maxArticleBytes,
    Dedup dedup,
    Map<String, Object> kafka) {

  private static final String APPLICATION_ID = "application.id";
  private static final String STATE_DIR = "state.dir";
  private static final String THREADS = "process.threads";
  private static final String COMMIT_INTERVAL_MS = "process.commit.interval.ms";
  private static final String SESSION_TIMEOUT_MS = "process.session.timeout.ms";
  private static final String MAX_ARTICLE_BYTES = "process.max.article.bytes";
  private static final String REISSUES = "dedup.reissues";
  private static final String WINDOW_DAYS = "dedup.window.days";

  /** A hundred years. */
  private static final int MOST_WINDOW_DAYS = 36_500;

  /** What a record needs beside the article's own bytes: key, headers, batch overhead. */
  private static final int ENVELOPE_BYTES = 64 << 10;

  private static final int MOST_ARTICLE_BYTES = Topics.MAX_RECORD_BYTES - ENVELOPE_BYTES;

  /** Every key: its type, default, bounds and help. */
  public static final ConfigDef KEYS =
      new ConfigDef()
          .define(
              APPLICATION_ID,
              ConfigDef.Type.STRING,
              "copyflow",
              new NonEmptyString(),
              HIGH,
              "Names the processor on the cluster: consumer group, internal topics, transactions."
                  + " All instances of one pipeline share it.")
          .define(
              STATE_DIR,
              ConfigDef.Type.STRING,
              "",
              HIGH,
              "Folder of this instance's state stores, on a local disk. Empty: a folder under the"
                  + " data directory. Deleting it costs a restore, nothing else.")
          .define(
              THREADS,
              ConfigDef.Type.INT,
              2,
              between(1, 256),
              MEDIUM,
              "Stream threads of this instance; more than three times the partitions stay idle.")
          .define(
              COMMIT_INTERVAL_MS,
              ConfigDef.Type.INT,
              100,
              between(10, 30_000),
              MEDIUM,
              "Milliseconds between commits. Readers see nothing before a commit, so this is most"
                  + " of the latency; shorter costs more transactions.")
          .define(
              SESSION_TIMEOUT_MS,
              ConfigDef.Type.INT,
              10_000,
              between(6_000, 300_000),
              LOW,
              "Milliseconds after which an instance that has gone silent loses its partitions to"
                  + " the others. A restarted instance takes its own back at once.")
          .define(
              MAX_ARTICLE_BYTES,
              ConfigDef.Type.INT,
              MOST_ARTICLE_BYTES,
              between(1024, MOST_ARTICLE_BYTES),
              LOW,
              "Largest encoded article, in bytes; a larger one is REJECTED as ARTICLE_TOO_LARGE.")
          .define(
              REISSUES,
              ConfigDef.Type.STRING,
              "duplicate",
              in("duplicate", "article"),
              LOW,
              "What becomes of a text that its publisher issues again, word for word, two days"
                  + " later or more and under another id of its own: duplicate (a DUPLICATE that"
                  + " names the first) or article (an article of its own; its outcome names the"
                  + " first). The same for all instances; a change needs copyflow rebuild.")
          .define(
              WINDOW_DAYS,
              ConfigDef.Type.INT,
              0,
              between(0, MOST_WINDOW_DAYS),
              LOW,
              "For how many days a content makes copies of others, from the ingestion of the"
                  + " article that has it; a copy that is ingested later is published as an article"
                  + " of its own. 0: for ever. A window saves no state, and more work is done for"
                  + " each copy. The same for all instances and for ledger --verify; a change needs"
                  + " copyflow rebuild.");

  private static final String GENERATIONS = "generations";
  private static final int GENERATION_COMMIT_MS = 1_000;

  /** Settings whose pass-through properties nobody changes afterwards. */
  public ProcessorSettings {
    kafka = Map.copyOf(kafka);
  }

  /**
   * Settings from their keys; a key that is left out has its default.
   *
   * @param values of the keys in {@link #KEYS}
   * @param defaultStateDir where the state goes when no folder is named
   * @param kafka client properties that pass through, {@code bootstrap.servers} among them
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of bounds
   */
  public static ProcessorSettings of(
      Map<String, ?> values, Path defaultStateDir, Map<String, Object> kafka) {
    var config = new AbstractConfig(KEYS, values, false);
    String stateDir = config.getString(STATE_DIR);
    return new ProcessorSettings(
        config.getString(APPLICATION_ID),
        stateDir.isEmpty() ? defaultStateDir : Path.of(stateDir),
        config.getInt(THREADS),
        config.getInt(COMMIT_INTERVAL_MS),
        config.getInt(SESSION_TIMEOUT_MS),
        config.getInt(MAX_ARTICLE_BYTES),
        dedup(config),
        kafka);
  }

  private static Dedup dedup(AbstractConfig config) {
    return new Dedup(
        Reissues.valueOf(config.getString(REISSUES).toUpperCase(Locale.ROOT)),
        new Window(config.getInt(WINDOW_DAYS)));
  }

  /**
   * How a generation runs beside what runs with these settings: an application and a state folder
   * of its own, one thread, and few transactions, since nobody waits for its outputs.
   */
  public ProcessorSettings ofGeneration(String id) {
    return new ProcessorSettings(
        applicationId + "-" + id,
        stateDir.resolve(GENERATIONS).resolve(id),
        1,
        Math.max(commitIntervalMs, GENERATION_COMMIT_MS),
        sessionTimeoutMs,
        maxArticleBytes,
        dedup,
        kafka);
  }
}
