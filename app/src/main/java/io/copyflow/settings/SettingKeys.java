package io.copyflow.settings;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.copyflow.ingest.IngestSettings;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.monitor.MonitorSettings;
import io.copyflow.topics.Topics;
import io.copyflow.topology.ExtractionSettings;
import io.copyflow.topology.ProcessorSettings;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * All keys. Each is a flag ({@code --data-dir}), an environment variable ({@code
 * COPYFLOW_DATA_DIR}) and a line in {@code copyflow.properties} ({@code data.dir=…}).
 */
public final class SettingKeys {

  /** Which cluster. */
  public static final String BOOTSTRAP_SERVER = "bootstrap.server";

  /** Where this machine's broker keeps its data. */
  public static final String DATA_DIR = "data.dir";

  /** Where this machine's broker listens. */
  public static final String PORT = "port";

  /** What the topics' names begin with. */
  public static final String TOPIC_PREFIX = "topic.prefix";

  /** Partitions of each topic. */
  public static final String PARTITIONS = "partitions";

  /** Publisher files beside those of the build. */
  public static final String PROFILES = "profiles";

  /** A registry of schemas. */
  public static final String REGISTRY_URL = "schema.registry.url";

  /** How to log in there. */
  public static final String REGISTRY_USER_INFO = "schema.registry.basic.auth.user.info";

  /** How long to wait for it. */
  public static final String REGISTRY_TIMEOUT_MS = "schema.registry.request.timeout.ms";

  /** How logs are written. */
  public static final String LOG_FORMAT = "log.format";

  /** Declared here: the cluster, the data, the registry. */
  public static final ConfigDef OWN =
      new ConfigDef()
          .define(
              BOOTSTRAP_SERVER,
              STRING,
              "",
              HIGH,
              "Kafka cluster to work with, HOST:PORT, several separated by commas. Empty: the"
                  + " broker of data.dir on this machine.")
          .define(
              DATA_DIR,
              STRING,
              "",
              HIGH,
              "Folder in which this machine's broker keeps its data. Empty:"
                  + " $XDG_DATA_HOME/copyflow, else ~/.local/share/copyflow.")
          .define(
              PORT,
              INT,
              0,
              Range.between(0, 65535),
              MEDIUM,
              "Port on 127.0.0.1 at which this machine's broker listens. 0: any free one.")
          .define(
              TOPIC_PREFIX,
              STRING,
              Topics.DEFAULT_PREFIX,
              ConfigDef.LambdaValidator.with(SettingKeys::checkPrefix, () -> "[A-Za-z0-9._-]*"),
              MEDIUM,
              "What the names of all topics begin with, its separator included.")
          .define(
              PARTITIONS,
              INT,
              Topics.DEFAULT_PARTITIONS,
              Range.between(1, 1000),
              MEDIUM,
              "Partitions of each topic. Existing topics keep theirs: changing it later takes new"
                  + " topics and a replay.")
          .define(
              PROFILES,
              STRING,
              "",
              MEDIUM,
              "Folder of publisher files, DOMAIN.yaml each: they add to those of the build, or take"
                  + " their place. Every processor of a cluster needs the same. Empty: those of the"
                  + " build.")
          .define(
              REGISTRY_URL,
              STRING,
              "",
              MEDIUM,
              "Schema registry that speaks Confluent's REST API, several addresses of the same one"
                  + " separated by commas. Empty: no registry; values are written in Avro's"
                  + " single-object encoding.")
          .define(
              REGISTRY_USER_INFO,
              PASSWORD,
              "",
              LOW,
              "USER:PASSWORD for the schema registry. A secret: set it in the environment or in a"
                  + " file that only you can read.")
          .define(
              REGISTRY_TIMEOUT_MS,
              INT,
              10_000,
              Range.between(1, 600_000),
              LOW,
              "How long one address of the schema registry may take to answer, in milliseconds.")
          .define(
              LOG_FORMAT,
              STRING,
              "text",
              ConfigDef.ValidString.in("text", "json"),
              LOW,
              "How standard error and copyflow.log are written. text: for people. json: one object"
                  + " in a line for each event, what commands say among them; for services whose"
                  + " logs programs read.");

  /** All: what is declared here and by the rooms that the command line wires. */
  public static final ConfigDef KEYS = new ConfigDef(OWN);

  static {
    IngestSettings.keys().configKeys().values().forEach(KEYS::define);
    ProcessorSettings.KEYS.configKeys().values().forEach(KEYS::define);
    ExtractionSettings.KEYS.configKeys().values().forEach(KEYS::define);
    MonitorSettings.KEYS.configKeys().values().forEach(KEYS::define);
    LedgerSettings.KEYS.configKeys().values().forEach(KEYS::define);
  }

  private SettingKeys() {}

  /** What a key is for, in a user's words. */
  public static String help(String key) {
    var declared = KEYS.configKeys().get(key);
    if (declared == null) {
      throw new IllegalArgumentException("no setting is named " + key);
    }
    return declared.documentation;
  }

  private static void checkPrefix(String key, Object value) {
    if (!value.toString().matches("[A-Za-z0-9._-]{0,200}")) {
      throw new ConfigException(key, value, "topic names hold letters, digits, '.', '_' and '-'");
    }
  }
}
