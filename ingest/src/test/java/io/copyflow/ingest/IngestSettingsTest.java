package io.copyflow.ingest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.files.Globs;
import io.copyflow.ingest.files.WalkPolicy;
import io.copyflow.ingest.lifecycle.Afterwards;
import io.copyflow.ingest.send.SendLimits;
import io.copyflow.ingest.watch.WatchPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestSettingsTest {

  private static final Map<String, String> KAFKA = Map.of("bootstrap.servers", "localhost:9092");

  @Test
  void defaults_areTheseOnes() {
    assertThat(IngestSettings.of(Map.of(), KAFKA))
        .isEqualTo(
            new IngestSettings(
                8 << 20,
                new SendLimits(1000, 16 << 20, Duration.ofSeconds(1)),
                new WalkPolicy(
                    false,
                    List.of(".tmp", ".part", ".partial", ".crdownload", ".swp", "~"),
                    false,
                    true,
                    Globs.ALL),
                Afterwards.KEEP,
                new WatchPace(Duration.ofSeconds(5), Duration.ofMillis(1200), Duration.ofDays(1)),
                Duration.ofMinutes(5),
                KAFKA));
  }

  @Test
  void everyKey_reachesItsSetting() {
    Map<String, String> values =
        Map.ofEntries(
            entry("max.file.bytes", "1"),
            entry("commit.files", "2"),
            entry("commit.bytes", "3"),
            entry("commit.interval.ms", "4"),
            entry("rescan.interval.ms", "50"),
            entry("settle.ms", "7"),
            entry("reread.interval.ms", "8"),
            entry("cluster.wait.ms", "6"),
            entry("symlinks", "skip"),
            entry("hidden.files", "true"),
            entry("ignored.suffixes", "x,y"),
            entry("archives", "whole"),
            entry("include", "*.html,a/**"),
            entry("exclude", "*.bak"),
            entry("after", "move:/done"),
            entry("failed.dir", "/failed"));

    assertThat(values.keySet()).isEqualTo(IngestSettings.keys().names());
    assertThat(IngestSettings.of(values, KAFKA))
        .isEqualTo(
            new IngestSettings(
                1,
                new SendLimits(2, 3, Duration.ofMillis(4)),
                new WalkPolicy(
                    true,
                    List.of("x", "y"),
                    false,
                    false,
                    Globs.of(List.of("*.html", "a/**"), List.of("*.bak"))),
                new Afterwards(false, Path.of("/done"), Path.of("/failed")),
                new WatchPace(Duration.ofMillis(50), Duration.ofMillis(7), Duration.ofMillis(8)),
                Duration.ofMillis(6),
                KAFKA));
  }

  @ParameterizedTest
  @CsvSource({
    "commit.file, 1, did you mean commit.files?",
    "max_file_bytes, 1, did you mean max.file.bytes?",
    "xyz, 1, unknown setting xyz",
    "max.file.bytes, 999999999, max.file.bytes",
    "commit.files, many, commit.files",
    "symlinks, sometimes, symlinks",
    "archives, perhaps, archives",
    "after, move, 'after=move is not known; allowed: keep, delete, move:DIR'",
  })
  void wrongSetting_isNamed(String key, String value, String message) {
    assertThatThrownBy(() -> IngestSettings.of(Map.of(key, value), KAFKA))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void filesOutsideOfTheFolder_areNeverMoved() {
    var values = Map.of("symlinks", "follow", "after", "delete");

    assertThatThrownBy(() -> IngestSettings.of(values, KAFKA))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("set symlinks=skip");
  }

  @Test
  void failedFiles_haveAFolderOfTheirOwnByDefault() {
    assertThat(Afterwards.of("move:/a/done", ""))
        .isEqualTo(new Afterwards(false, Path.of("/a/done"), Path.of("/a/done-failed")));
    assertThat(Afterwards.of("delete", "")).isEqualTo(new Afterwards(true, null, null));
    assertThat(Afterwards.of("keep", "/f")).isEqualTo(new Afterwards(false, null, Path.of("/f")));
  }

  @Test
  void kafkaPropertyThatGuaranteesRestOn_isRefused() {
    var kafka = Map.of("bootstrap.servers", "localhost:9092", "acks", "1");

    assertThatThrownBy(() -> IngestSettings.of(Map.of(), kafka))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("acks is fixed");
  }

  @Test
  void missingCluster_isNamedWithTheOption() {
    assertThatThrownBy(() -> IngestSettings.of(Map.of(), Map.of()))
        .isInstanceOf(IngestUsageException.class)
        .hasMessageContaining("--bootstrap-server");
  }

  @Test
  void everySetting_isExplained() {
    assertThat(IngestSettings.keys().configKeys().values())
        .allSatisfy(key -> assertThat(key.documentation).isNotBlank().endsWith("."));
  }
}
