package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Window;
import io.copyflow.topics.Topics;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class ProcessorSettingsTest {

  private static final Path STATE = Path.of("state");

  @Test
  void defaults_areTheDocumentedOnes() {
    var settings = ProcessorSettings.of(Map.of(), STATE, Map.of());

    assertThat(settings.applicationId()).isEqualTo("copyflow");
    assertThat(settings.stateDir()).isEqualTo(STATE);
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.commitIntervalMs()).isEqualTo(100);
    assertThat(settings.sessionTimeoutMs()).isEqualTo(10_000);
    assertThat(settings.maxArticleBytes()).isLessThan(Topics.MAX_RECORD_BYTES);
    assertThat(settings.dedup()).isEqualTo(new Dedup(Reissues.DUPLICATE, Window.NONE));
  }

  @Test
  void everyKey_isTakenOver() {
    var values =
        Map.of(
            "application.id", "news",
            "state.dir", "/srv/state",
            "process.threads", "7",
            "process.commit.interval.ms", "50",
            "process.session.timeout.ms", "7000",
            "process.max.article.bytes", "2048",
            "dedup.reissues", "article",
            "dedup.window.days", "30");
    var expected =
        new ProcessorSettings(
            "news",
            Path.of("/srv/state"),
            7,
            50,
            7000,
            2048,
            new Dedup(Reissues.ARTICLE, new Window(30)),
            Map.of());

    assertThat(values.keySet()).isEqualTo(ProcessorSettings.KEYS.names());
    assertThat(ProcessorSettings.of(values, STATE, Map.of())).isEqualTo(expected);
  }

  @Test
  void articleLargerThanARecord_cannotBeAllowed() {
    var values = Map.of("process.max.article.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));

    assertThatThrownBy(() -> ProcessorSettings.of(values, STATE, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("process.max.article.bytes");
  }

  @Test
  void passedThroughProperty_winsOverTuning() {
    var kafka = Map.<String, Object>of("num.stream.threads", "5");
    var settings = ProcessorSettings.of(Map.of(), STATE, kafka);

    assertThat(StreamsProperties.of(settings, "instance", "1+0", Map.of()))
        .containsEntry("num.stream.threads", "5")
        .containsEntry("processing.guarantee", StreamsConfig.EXACTLY_ONCE_V2);
  }

  @Test
  void propertyThatAPromiseRestsOn_isRefused() {
    var kafka = Map.<String, Object>of("processing.guarantee", "at_least_once");
    var settings = ProcessorSettings.of(Map.of(), STATE, kafka);

    assertThatThrownBy(() -> StreamsProperties.of(settings, "instance", "1+0", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("processing.guarantee");
  }
}
