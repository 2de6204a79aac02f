package io.copyflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.console.Verdict.Kind;
import io.copyflow.console.Verdict.Level;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Trend trend = new Trend();

  private Verdict judge(Looks... looks) {
    for (Looks look : looks) {
      trend.saw(look.look());
    }
    return Judge.of(looks[looks.length - 1].look(), trend);
  }

  @Test
  void nothingWaits_isHealthy() {
    Verdict verdict = judge(Looks.running());

    assertThat(verdict.kind()).isEqualTo(Kind.HEALTHY);
    assertThat(verdict.level()).isEqualTo(Level.WELL);
    assertThat(verdict.detail()).isEqualTo("Every record has its verdict; nothing waits.");
  }

  @Test
  void recordsOnTheirWay_areHealthy() {
    assertThat(judge(Looks.running().waiting(1_200, Duration.ofSeconds(5))).detail())
        .isEqualTo("1,200 records are on their way.");
  }

  @Test
  void backlogThatBecomesLess_isDoneAtItsPace() {
    Verdict verdict =
        judge(Looks.running().waiting(1_000, HOUR), Looks.running().at(10).waiting(900, HOUR));

    assertThat(verdict.kind()).isEqualTo(Kind.CATCHING_UP);
    assertThat(verdict.doneAt()).isEqualTo(Looks.START.plusSeconds(100).toEpochMilli());
    assertThat(verdict.detail()).contains("60 min behind", "900 records wait", "10 fewer a second");
  }

  @Test
  void backlogThatGrows_isAWarningWithoutAnEnd() {
    Verdict verdict =
        judge(Looks.running().waiting(900, HOUR), Looks.running().at(10).waiting(1_000, HOUR));

    assertThat(verdict.kind()).isEqualTo(Kind.FALLING_BEHIND);
    assertThat(verdict.level()).isEqualTo(Level.WARNING);
    assertThat(verdict.doneAt()).isNull();
    assertThat(verdict.detail()).contains("10 more a second");
  }

  @Test
  void waitingWithoutACommit_isNoProgress() {
    Verdict verdict = judge(Looks.running().waiting(5, HOUR).stalledFor(Duration.ofMinutes(3)));

    assertThat(verdict.kind()).isEqualTo(Kind.NO_PROGRESS);
    assertThat(verdict.detail())
        .isEqualTo("Nothing was committed for 3 min although 5 records wait.");
  }

  @Test
  void clusterAway_isWorseThanAnyBacklog() {
    Verdict verdict = judge(Looks.running().at(150).waiting(5, HOUR).clusterAwaySince(Looks.START));

    assertThat(verdict.kind()).isEqualTo(Kind.CLUSTER_GONE);
    assertThat(verdict.detail()).startsWith("Kafka has not answered for 2 min.");
  }

  @Test
  void restoring_tellsHowFarAndWhenDone() {
    Looks restoring = Looks.running().in(State.REBALANCING);
    Verdict verdict =
        judge(restoring.restoring(4, 0, 1_000), restoring.at(10).restoring(4, 500, 1_000));

    assertThat(verdict.kind()).isEqualTo(Kind.RESTORING);
    assertThat(verdict.detail()).contains("500 of 1,000 records");
    assertThat(verdict.doneAt()).isEqualTo(Looks.START.plusSeconds(20).toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED, STARTING",
    "REBALANCING, REBALANCING",
    "PENDING_SHUTDOWN, STOPPING",
    "NOT_RUNNING, STOPPED",
    "PENDING_ERROR, STOPPED",
    "ERROR, STOPPED"
  })
  void stateThatIsNotRunning_isSaid(State state, Kind kind) {
    assertThat(judge(Looks.running().in(state)).kind()).isEqualTo(kind);
  }
}
