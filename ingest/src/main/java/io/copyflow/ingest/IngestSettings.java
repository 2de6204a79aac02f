package io.copyflow.ingest;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.Globs;
import io.copyflow.ingest.files.WalkPolicy;
import io.copyflow.ingest.lifecycle.Afterwards;
import io.copyflow.ingest.send.KafkaClients;
import io.copyflow.ingest.send.SendLimits;
import io.copyflow.ingest.watch.WatchPace;
import io.copyflow.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to ingest.
 *
 * @param maxFileBytes larger files are sent without their bytes
 * @param limits when a transaction is committed
 * @param walk which files of a folder are taken
 * @param afterwards what becomes of files
 * @param pace how a folder is watched
 * @param clusterWait how long a cluster that does not answer is waited for
 * @param kafka properties of the Kafka clients, {@code bootstrap.servers} among them
 */
public record IngestSettings(
    int maxFileBytes,
    SendLimits limits,
    WalkPolicy walk,
    Afterwards afterwards,
    WatchPace pace,
    Duration clusterWait,
    Map<String, String> kafka) {

  /** Keys that a person sets from one run to the next. */
  public static final List<String> FLAGS = List.of("include", "exclude", "after", "failed.dir");

  /** Room for a record's key, path and hashes beside the file's bytes. */
  private static final int ENVELOPE_BYTES = 64 << 10;

  private static final String MAX_FILE_BYTES = "max.file.bytes";
  private static final String COMMIT_FILES = "commit.files";
  private static final String COMMIT_BYTES = "commit.bytes";
  private static final String COMMIT_INTERVAL_MS = "commit.interval.ms";
  private static final String RESCAN_INTERVAL_MS = "rescan.interval.ms";
  private static final String SETTLE_MS = "settle.ms";
  private static final String REREAD_INTERVAL_MS = "reread.interval.ms";
  private static final String CLUSTER_WAIT_MS = "cluster.wait.ms";
  private static final String SYMLINKS = "symlinks";
  private static final String HIDDEN_FILES = "hidden.files";
  private static final String ARCHIVES = "archives";
  private static final String INCLUDE = "include";
  private static final String EXCLUDE = "exclude";
  private static final String AFTER = "after";
  private static final String FAILED_DIR = "failed.dir";
  private static final String IGNORED_SUFFIXES = "ignored.suffixes";

  /** Checks what one setting alone cannot know. */
  public IngestSettings {
    kafka = Map.copyOf(kafka);
    requireBootstrap(kafka);
    refuseFixed(kafka);
    if (afterwards.touchesFiles() && walk.followLinks()) {
      throw new IngestUsageException(
          "symlinks=follow and after=... or failed.dir=... exclude each other: files outside of the folder would be moved; set symlinks=skip");
    }
  }

  /** Every setting: name, type, default, bounds, help. A new copy each time. */
  public static ConfigDef keys() {
    return withLifecycle(withGlobs(withWalk(withSending(new ConfigDef()))));
  }

  private static ConfigDef withSending(ConfigDef keys) {
    return keys.define(
            MAX_FILE_BYTES,
            ConfigDef.Type.INT,
            Topics.DEFAULT_MAX_FILE_BYTES,
            between(0, Topics.MAX_RAW_BYTES - ENVELOPE_BYTES),
            HIGH,
            "Largest file that is sent with its bytes. A larger one becomes a raw record with path,"
                + " size and SHA-256 only, and ends as REJECTED.")
        .define(
            COMMIT_FILES,
            ConfigDef.Type.INT,
            1000,
            between(1, 100_000),
            LOW,
            "Commit after so many files.")
        .define(
            COMMIT_BYTES,
            ConfigDef.Type.INT,
            16 << 20,
            between(1, 32 << 20),
            LOW,
            "Commit after so many bytes. They are held in memory until then.")
        .define(
            COMMIT_INTERVAL_MS,
            ConfigDef.Type.INT,
            1000,
            between(1, 5000),
            MEDIUM,
            "Commit at the latest so long after the first file: consumers see nothing earlier.")
        .define(
            RESCAN_INTERVAL_MS,
            ConfigDef.Type.INT,
            5000,
            between(10, 86_400_000),
            MEDIUM,
            "Shortest pause between two scans of a watched folder, which find what no notice of the"
                + " file system told. It is at least 19 times as long as the scan before took, four"
                + " times where scans read every file.")
        .define(
            SETTLE_MS,
            ConfigDef.Type.INT,
            1200,
            between(0, 86_400_000),
            MEDIUM,
            "How long a file in a watched folder must not have changed before it is taken; a sixth"
                + " of it for a file that was moved there or whose time was set. Raise it for"
                + " writers that pause longer, or let them write under another name.")
        .define(
            REREAD_INTERVAL_MS,
            ConfigDef.Type.INT,
            86_400_000,
            between(0, Integer.MAX_VALUE),
            LOW,
            "How long scans of a watched folder spare files whose size, times and inode are the same"
                + " as when they were read. Then all are read again. 0 reads them at each scan, as"
                + " is done on network file systems in any case.")
        .define(
            CLUSTER_WAIT_MS,
            ConfigDef.Type.INT,
            300_000,
            between(0, 86_400_000),
            MEDIUM,
            "How long a cluster that does not answer is waited for before ingest gives up.");
  }

  private static ConfigDef withWalk(ConfigDef keys) {
    return keys.define(
            SYMLINKS,
            ConfigDef.Type.STRING,
            "skip",
            in("skip", "follow"),
            LOW,
            "Symbolic links inside a folder: skip names each and takes none; follow takes what they"
                + " point to, also outside the folder, loops excepted.")
        .define(
            HIDDEN_FILES,
            ConfigDef.Type.BOOLEAN,
            false,
            LOW,
            "Whether to take files and folders whose name begins with a dot.")
        .define(
            IGNORED_SUFFIXES,
            ConfigDef.Type.LIST,
            ".tmp,.part,.partial,.crdownload,.swp,~",
            LOW,
            "Files whose name ends so are half-written or an editor's own, and are passed over. A"
                + " file that is named on the command line is taken whatever its name.")
        .define(
            ARCHIVES,
            ConfigDef.Type.STRING,
            "open",
            in("open", "whole"),
            MEDIUM,
            "Zip, tar and WARC files: open makes a document of each member, under its path inside;"
                + " whole makes one of the file. Files that gzip has packed: open sends what is"
                + " packed in them. It decides what documents there are, so do not change it for an"
                + " archive that was ingested.");
  }

  private static ConfigDef withGlobs(ConfigDef keys) {
    return keys.define(
            INCLUDE,
            ConfigDef.Type.LIST,
            "",
            MEDIUM,
            "Globs, separated by commas: of folders and archives only files that match one are"
                + " taken. Without a slash a glob is for names at any depth (*.html), with one for"
                + " paths from the folder (2031/**/*.html). Empty: all.")
        .define(
            EXCLUDE,
            ConfigDef.Type.LIST,
            "",
            MEDIUM,
            "Globs of files and folders of folders and archives that are not taken; they win over"
                + " include.");
  }

  private static ConfigDef withLifecycle(ConfigDef keys) {
    return keys.define(
            AFTER,
            ConfigDef.Type.STRING,
            "keep",
            HIGH,
            "What becomes of a file once Kafka has committed all that is in it: keep leaves it"
                + " untouched, move:DIR moves it to DIR under its path, delete deletes it. An"
                + " archive goes when all of its members are there.")
        .define(
            FAILED_DIR,
            ConfigDef.Type.STRING,
            "",
            MEDIUM,
            "Folder for files that cannot be ingested, each with the reason beside it in"
                + " NAME.reason. Empty: DIR-failed with after=move:DIR, otherwise they stay.");
  }

  /**
   * Settings from text.
   *
   * @param values by key; missing ones have their defaults
   * @param kafka properties of the Kafka clients, without a prefix
   * @throws IngestUsageException on an unknown key, a value out of bounds, a Kafka property that
   *     the guarantees rest on, or no {@code bootstrap.servers}
   */
  public static IngestSettings of(Map<String, String> values, Map<String, String> kafka) {
    ConfigDef keys = keys();
    values.keySet().forEach(key -> refuseUnknown(key, keys));
    try {
      return of(new AbstractConfig(keys, values, false), kafka);
    } catch (ConfigException e) {
      throw new IngestUsageException(String.valueOf(e.getMessage()));
    }
  }

  private static IngestSettings of(AbstractConfig config, Map<String, String> kafka) {
    return new IngestSettings(
        config.getInt(MAX_FILE_BYTES),
        new SendLimits(
            config.getInt(COMMIT_FILES),
            config.getInt(COMMIT_BYTES),
            Duration.ofMillis(config.getInt(COMMIT_INTERVAL_MS))),
        new WalkPolicy(
            config.getBoolean(HIDDEN_FILES),
            config.getList(IGNORED_SUFFIXES),
            config.getString(SYMLINKS).equals("follow"),
            config.getString(ARCHIVES).equals("open"),
            Globs.of(config.getList(INCLUDE), config.getList(EXCLUDE))),
        Afterwards.of(config.getString(AFTER), config.getString(FAILED_DIR)),
        new WatchPace(
            Duration.ofMillis(config.getInt(RESCAN_INTERVAL_MS)),
            Duration.ofMillis(config.getInt(SETTLE_MS)),
            Duration.ofMillis(config.getInt(REREAD_INTERVAL_MS))),
        Duration.ofMillis(config.getInt(CLUSTER_WAIT_MS)),
        kafka);
  }

  private static void refuseUnknown(String key, ConfigDef keys) {
    if (!keys.names().contains(key)) {
      String nearest =
          NearestName.of(key, keys.names(), key.length() / 2)
              .map(" did you mean %s?"::formatted)
              .orElse("");
      throw new IngestUsageException("unknown setting " + key + ";" + nearest);
    }
  }

  private static void requireBootstrap(Map<String, String> kafka) {
    if (kafka.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "").isBlank()) {
      throw new IngestUsageException(
          "no cluster given; give one with --bootstrap-server HOST:PORT");
    }
  }

  private static void refuseFixed(Map<String, String> kafka) {
    for (String key : KafkaClients.FIXED) {
      if (kafka.containsKey(key)) {
        throw new IngestUsageException(
            "the Kafka property " + key + " is fixed: exactly-once rests on it; remove it");
      }
    }
  }
}
