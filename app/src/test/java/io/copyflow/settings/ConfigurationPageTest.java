package io.copyflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.IngestSettings;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.monitor.MonitorSettings;
import io.copyflow.topology.ExtractionSettings;
import io.copyflow.topology.ProcessorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/configuration.md} when run with {@code -Ddocs.update=true}. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final String HEAD =
      """
      # Configuration

      This page is generated from the declarations (`mvn -pl app -am test -Dtest=ConfigurationPageTest -Ddocs.update=true`).

      A setting can be given in four places. The first that has it wins, key by key:

      | place | how `data.dir` is spelt there |
      |---|---|
      | command line | `--data-dir DIR` (each command has the flags that it needs most; see its `--help`) |
      | environment | `COPYFLOW_DATA_DIR` |
      | file | `data.dir=…` in `copyflow.properties` in the working directory, or in the file that `--config FILE` or `COPYFLOW_CONFIG` names |
      | default | the tables below |

      An unknown key is an error that names the nearest known one, wherever it is given.

      ## Kafka's own settings

      Every property of Kafka's clients passes through: `--kafka KEY=VALUE`, `COPYFLOW_KAFKA_KEY` with `_` for `.`, or `kafka.KEY=VALUE` in the file. TLS and SASL are such properties:

      ```properties
      bootstrap.server=broker.example.org:9093
      kafka.security.protocol=SASL_SSL
      kafka.sasl.mechanism=SCRAM-SHA-512
      kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="…" password="…";
      ```

      Values of Kafka's settings and of secrets are never printed. Other users of the machine can see a command line: give secrets in the environment or in a file that only you can read.
      """;

  @Test
  void page_isUpToDate() throws Exception {
    String page =
        HEAD
            + table("Cluster, data, schemas", SettingKeys.OWN)
            + table("Ingest", IngestSettings.keys())
            + table("Processor", ProcessorSettings.KEYS)
            + table("Extraction", ExtractionSettings.KEYS)
            + table("Metrics, health", MonitorSettings.KEYS)
            + table("Ledger", LedgerSettings.KEYS);
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Ddocs.update=true").hasContent(page);
  }

  private static String table(String title, ConfigDef keys) {
    return "\n## "
        + title
        + "\n\n| key | type | default | allowed | what for |\n|---|---|---|---|---|\n"
        + keys.configKeys().values().stream()
            .map(ConfigurationPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(ConfigDef.ConfigKey key) {
    String fallback = ConfigDef.convertToString(key.defaultValue, key.type);
    boolean blank = fallback.isEmpty() || key.type == ConfigDef.Type.PASSWORD;
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            key.name,
            key.type.toString().toLowerCase(Locale.ROOT),
            blank ? "empty" : "`" + fallback + "`",
            key.validator == null ? "any" : "`" + key.validator + "`",
            key.documentation.replace("|", "\\|"));
  }
}
