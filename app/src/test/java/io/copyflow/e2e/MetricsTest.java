package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.cli.CopyflowProcess;
import java.nio.file.Path;
import java.time.Duration;
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

  @TempDir static Path directory;
  private static CopyflowProcess run;
  private static JsonNode ledger;
  private static Scrape scrape;

  @BeforeAll
  static void runUntilDrained() throws Exception {
    Path data = directory.resolve("data");
    Path news = NewsFolder.write(directory.resolve("news"), FILES, 7);
    run =
        CopyflowProcess.start(
            directory, "run", "--data-dir", data.toString(), "--http-port", "0", news.toString());
    String line = run.awaitStandardError("metrics and health at ");
    run.drainStandardError();
    String address = line.substring(line.indexOf("http://"));
    await()
        .atMost(PATIENCE)
        .until(() -> Scrape.of(address).sum("copyflow_outcomes_total") == FILES);
    ledger = Commands.over(directory, data).ledger();
    scrape = Scrape.of(address);
    assertThat(Scrape.get(address + "/health/ready").statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    run.close();
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
}
