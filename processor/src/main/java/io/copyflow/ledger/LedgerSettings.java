package io.copyflow.ledger;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.copyflow.identity.Window;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What the ledger may take of this machine, and what it holds verdicts to.
 *
 * @param memoryBytes that evidence may take in memory at a time, Kafka's own buffers aside
 * @param tempDir folder for what does not fit
 * @param window for how long a content makes copies of others, as the processor was told
 */
public record LedgerSettings(int memoryBytes, Path tempDir, Window window) {

  /** What chooses the folder for temporary files. */
  public static final String TEMP_DIR = "ledger.temp.dir";

  private static final String MEMORY_BYTES = "ledger.memory.bytes";

  /** Every key: its type, default, bounds and help. */
  public static final ConfigDef KEYS =
      new ConfigDef()
          .define(
              MEMORY_BYTES,
              ConfigDef.Type.INT,
              64 << 20,
              between(1 << 20, 1 << 30),
              LOW,
              "How much memory the ledger sorts in, in bytes, Kafka's own buffers aside. What does"
                  + " not fit goes to temporary files.")
          .define(
              TEMP_DIR,
              ConfigDef.Type.STRING,
              "",
              LOW,
              "Folder for the ledger's temporary files. Empty: that of the system. ledger --verify"
                  + " takes up to 1 GB for a million raw records, ledger alone a tenth of that; all"
                  + " is gone when it ends, however it ends.");

  /**
   * Settings from their keys; a key that is left out has its default.
   *
   * @param window the processor's
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of bounds
   */
  public static LedgerSettings of(Map<String, ?> values, Window window) {
    var config = new AbstractConfig(KEYS, values, false);
    String folder = config.getString(TEMP_DIR);
    return new LedgerSettings(
        config.getInt(MEMORY_BYTES),
        Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder),
        window);
  }
}
