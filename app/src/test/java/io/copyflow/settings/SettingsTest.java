package io.copyflow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

  @TempDir Path directory;

  @Test
  void nothingSet_givesTheDefaults() throws Exception {
    var settings = Settings.of(List.of());

    assertThat(settings.bootstrapServer()).isEmpty();
    assertThat(settings.port()).isZero();
    assertThat(settings.topics().raw().name()).isEqualTo("copyflow.articles.raw");
    assertThat(settings.topics().raw().partitions()).isEqualTo(4);
    assertThat(settings.registry()).doesNotContainKey("schema.registry.url");
    assertThat(settings.dataDirectory(Map.of("XDG_DATA_HOME", "/srv")))
        .isEqualTo(Path.of("/srv/copyflow"));
  }

  @Test
  void flag_winsOverEnvironmentOverFile() throws Exception {
    var file = file("port=1\npartitions=1\ntopic.prefix=file.\n");
    var environment = Layer.environment(Map.of("COPYFLOW_PORT", "2", "COPYFLOW_PARTITIONS", "2"));
    var flags = Layer.flags(Map.of("port", "3"), Map.of());

    var settings = Settings.of(List.of(file, environment, flags));

    assertThat(settings.port()).isEqualTo(3);
    assertThat(settings.topics().raw().partitions()).isEqualTo(2);
    assertThat(settings.topics().raw().name()).startsWith("file.");
  }

  static List<String> everyKey() {
    return List.copyOf(SettingKeys.KEYS.names());
  }

  @ParameterizedTest
  @MethodSource("everyKey")
  void everyKey_canBeSetInTheEnvironment(String key) throws Exception {
    var declared = SettingKeys.KEYS.configKeys().get(key);
    String value =
        switch (declared.type) {
          case INT -> Integer.toString(Math.abs((Integer) declared.defaultValue - 1));
          case BOOLEAN -> "true";
          default ->
              Map.of(
                      "symlinks",
                      "follow",
                      "archives",
                      "whole",
                      "after",
                      "delete",
                      "dedup.reissues",
                      "article",
                      "log.format",
                      "json")
                  .getOrDefault(key, "anything");
        };
    String variable = "COPYFLOW_" + key.toUpperCase(Locale.ROOT).replace('.', '_');

    var settings = Settings.of(List.of(Layer.environment(Map.of(variable, value))));

    assertThat(settings.values().get(key)).isNotEqualTo(declared.defaultValue);
  }

  @Test
  void misspeltKey_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> Settings.of(List.of(file("partitons=3\n"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("copyflow.properties")
        .hasMessageContaining("partitons; did you mean partitions?");
    assertThatThrownBy(
            () -> Settings.of(List.of(Layer.environment(Map.of("COPYFLOW_DATADIR", "/")))))
        .hasMessage(
            "environment: unknown setting COPYFLOW_DATADIR; did you mean COPYFLOW_DATA_DIR?");
  }

  @Test
  void valueOutOfBounds_isRefusedWithTheBounds() {
    var flags = Layer.flags(Map.of("port", "65536"), Map.of());
    assertThatThrownBy(() -> Settings.of(List.of(flags)))
        .hasMessage("command line: 65536 is not right for --port; allowed: [0,...,65535]");
  }

  @Test
  void topicPrefixThatKafkaWouldRefuse_isRefused() {
    var flags = Layer.flags(Map.of("topic.prefix", "a b"), Map.of());
    assertThatThrownBy(() -> Settings.of(List.of(flags))).hasMessageContaining("--topic-prefix");
  }

  @Test
  void kafkaProperties_passThroughFromEveryPlace() throws Exception {
    var file = file("kafka.acks=all\nkafka.linger.ms=5\n");
    var environment = Layer.environment(Map.of("COPYFLOW_KAFKA_LINGER_MS", "6"));
    var flags = Layer.flags(Map.of(), Map.of("client.id", "me", "my.plugin.setting", "x"));

    var client = Settings.of(List.of(file, environment, flags)).client("h:1");

    assertThat(client)
        .isEqualTo(
            Map.of(
                "acks", "all",
                "linger.ms", "6",
                "client.id", "me",
                "my.plugin.setting", "x",
                "bootstrap.servers", "h:1"));
  }

  @Test
  void misspeltKafkaProperty_isRefusedWithTheNearest() {
    var flags = Layer.flags(Map.of(), Map.of("producer.lingr.ms", "5"));
    assertThatThrownBy(() -> Settings.of(List.of(flags)))
        .hasMessageContaining("producer.lingr.ms; did you mean linger.ms?");
  }

  @Test
  void kafkasOwnAddress_isRefusedInFavourOfOurs() {
    var flags = Layer.flags(Map.of(), Map.of("bootstrap.servers", "h:1"));
    assertThatThrownBy(() -> Settings.of(List.of(flags)))
        .hasMessageContaining("--bootstrap-server");
  }

  @Test
  void secrets_areNotInTheText() throws Exception {
    var file =
        file("kafka.sasl.jaas.config=hunter2\nschema.registry.basic.auth.user.info=me:hunter2\n");
    var settings = Settings.of(List.of(file));

    assertThat(settings.toString()).doesNotContain("hunter2");
    assertThat(settings.registry())
        .containsEntry("schema.registry.basic.auth.user.info", "me:hunter2");
  }

  @Test
  void missingFile_isRefusedByName() {
    assertThatThrownBy(() -> Layer.file(directory.resolve("absent.properties")))
        .hasMessageContaining("absent.properties: no such file");
  }

  private Layer file(String text) throws Exception {
    return Layer.file(Files.writeString(directory.resolve("copyflow.properties"), text));
  }
}
