package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import io.copyflow.ops.OpsFiles;
import io.copyflow.ops.OpsFiles.Expression;
import io.copyflow.ops.Prometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells Prometheus, held against its ledger. */
@Timeout(180)
class MetricsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int FILES = 300;
  private static final Pattern METRIC = Pattern.compile("`(\\w+)`");

  @TempDir static Path directory;
  private static CopyflowProcess run;
  private static JsonNode ledger;
  private static Scrape scrape;
  private static String address;
  private static @Nullable Prometheus prometheus;

  @BeforeAll
  static void runUntilDrained() throws Exception {
    Path data = directory.resolve("data");
    Path news = NewsFolder.write(directory.resolve("news"), FILES, 7);
    run =
        CopyflowProcess.start(
            directory, "run", "--data-dir", data.toString(), "--http-port", "0", news.toString());
    String broker = run.awaitStandardError("broker at ").replaceAll(".*broker at |,.*", "");
    String line = run.awaitStandardError("metrics and health at ");
    run.drainStandardError();
    address = line.substring(line.indexOf("http://"));
    try (var past = new PastArrivals(broker, "copyflow.")) {
      Instant now = Instant.now();
      past.write("wire", now.minus(Duration.ofDays(15)), now.minus(Duration.ofHours(2)));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> Scrape.of(address).sum("copyflow_outcomes_total") == FILES);
    ledger = Commands.over(directory, data).ledger();
    // What Kafka counts by task and store comes a little later.
    await()
        .atMost(PATIENCE)
        .until(
            () -> Scrape.of(address),
            now ->
                now.sum("copyflow_source_silent") > 0
                    && now.names().contains("kafka_stream_state_background_errors"));
    scrape = Scrape.of(address);
    assertThat(Scrape.get(address + "/health/ready").statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    run.close();
  }

  /** Scrapes the run, once for all tests that ask it. */
  private static Prometheus prometheus() throws IOException {
    Prometheus.need();
    if (prometheus == null) {
      OpsFiles.write(directory, List.of(address.substring("http://".length())), false);
      prometheus = Prometheus.start(directory);
    }
    return prometheus;
  }

  @Test
  void rawRecords_areAsManyAsOutcomes() {
    assertThat(scrape.sum("copyflow_raw_records_total")).isEqualTo(FILES);
    assertThat(ledger.get("raw").asLong()).isEqualTo(FILES);
  }

  @Test
  void outcomesAndTheirCorrections_giveTheLedger() {
    for (var outcome : ledger.get("outcomes").properties()) {
      String kind = "\"" + outcome.getKey() + "\"";
      long now =
          scrape.sum("copyflow_outcomes_total", "kind=" + kind)
              + scrape.sum("copyflow_corrections_total", "to=" + kind)
              - scrape.sum("copyflow_corrections_total", "from=" + kind);

      assertThat(now).as(kind).isEqualTo(outcome.getValue().asLong());
    }
  }

  @Test
  void deadLettersByReason_areTheRejected() {
    assertThat(scrape.sum("copyflow_dead_letters_total"))
        .isEqualTo(ledger.at("/outcomes/REJECTED").asLong())
        .isPositive();
  }

  @Test
  void articlesReadByPublisher_areTheRest() {
    long refused = ledger.at("/outcomes/REJECTED").asLong() + ledger.at("/outcomes/EMPTY").asLong();

    assertThat(scrape.sum("copyflow_articles_read_total")).isEqualTo(FILES - refused);
    assertThat(scrape.sum("copyflow_articles_read_total", "publisher=\"paper-1.example\""))
        .isPositive();
  }

  @Test
  void everyRecord_hasItsTimeInEachStep() {
    long refused = ledger.at("/outcomes/REJECTED").asLong() + ledger.at("/outcomes/EMPTY").asLong();

    assertThat(scrape.sum("copyflow_stage_seconds_count", "stage=\"extract\"")).isEqualTo(FILES);
    assertThat(scrape.sum("copyflow_stage_seconds_count", "stage=\"claim\""))
        .isEqualTo(FILES - refused);
    assertThat(scrape.sum("copyflow_end_to_end_seconds_count")).isEqualTo(FILES);
  }

  @Test
  void ingestedRecords_haveTheirSource() {
    assertThat(scrape.sum("copyflow_ingested_records_total", "source=\"news\"")).isEqualTo(FILES);
    assertThat(scrape.sum("copyflow_ingested_bytes_total")).isPositive();
  }

  @Test
  void sourceThatHasStopped_isSilentInTheMetrics_andToThePage() throws Exception {
    assertThat(scrape.sum("copyflow_source_silent", "source=\"wire\"")).isEqualTo(1);
    assertThat(scrape.sum("copyflow_source_silent", "source=\"news\"")).isZero();
    JsonNode wire = Commands.json(Scrape.get(address + "/api/sources").body()).get(1);
    assertThat(wire.get("source").asText()).isEqualTo("wire");
    assertThat(wire.get("silent").asBoolean()).isTrue();
    assertThat(Instant.parse(wire.get("due").asText()))
        .isAfter(Instant.parse(wire.get("lastIngested").asText()))
        .isBefore(Instant.now());
  }

  @Test
  void everyNameThatIsServed_isDocumented_andTheOtherWayRound() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "metrics.md"));
    Set<String> documented =
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> METRIC.matcher(line.split("\\|")[1]).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(scrape.names()).isEqualTo(documented);
  }

  /**
   * Within the first minutes of a process some rates have nothing to divide by: NaN is a series.
   */
  @Test
  void everyExpressionOfADashboard_givesASeries() throws Exception {
    var asked = prometheus();
    List<Expression> panels = OpsFiles.panels();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          for (Expression panel : panels) {
            assertThat(asked.series(panel.text())).as("%s", panel).isPositive();
          }
        });
  }

  @Test
  void everyMetricOfAnAlert_givesASeries_andNoneFires() throws Exception {
    var asked = prometheus();
    List<Expression> alerts = OpsFiles.alerts();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          for (Expression alert : alerts) {
            for (String metric : alert.metrics()) {
              assertThat(asked.series(metric)).as("%s: %s", alert, metric).isPositive();
            }
          }
        });
    assertThat(asked.firing()).isEmpty();
  }
}
