package io.copyflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.topology.Gaps;
import io.copyflow.topology.PipelineObserver.Decision;
import io.copyflow.topology.PipelineObserver.Step;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountsTest {

  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void counts_areWhatWasObserved() {
    var observer = metrics.processor();
    long now = System.currentTimeMillis();
    observer.received(10);
    observer.received(10);
    observer.identified(new Gaps(null, Set.of(Gaps.Field.AUTHORS)));
    observer.decided(new Decision(OutcomeKind.NEW, null, null, now, true));
    observer.decided(new Decision(OutcomeKind.REJECTED, null, "NOT_HTML", now, true));
    observer.decided(new Decision(OutcomeKind.DUPLICATE, OutcomeKind.NEW, null, now, true));
    observer.took(Step.EXTRACT, 2_000_000);

    Counts counts = metrics.counts();

    assertThat(counts.rawRecords()).isEqualTo(2);
    assertThat(counts.verdicts()).isEqualTo(2);
    assertThat(counts.outcomes(OutcomeKind.NEW)).isEqualTo(1);
    assertThat(counts.corrections()).isEqualTo(1);
    assertThat(counts.deadLetters()).containsOnly(java.util.Map.entry("NOT_HTML", 1L));
    assertThat(counts.step(Step.EXTRACT)).isEqualTo(new Counts.Work(1, 0.002));
    assertThat(counts.publishers().get("unknown").missing()).containsEntry(Gaps.Field.AUTHORS, 1L);
    assertThat(counts.live().count()).isEqualTo(2);
    assertThat(counts.live().quantile(0.5).orElseThrow()).isLessThanOrEqualTo(0.1);
    assertThat(counts.dropped()).isZero();
  }

  @Test
  void nothingObserved_isZeroAndNoError() {
    assertThat(metrics.counts().verdicts()).isZero();
    assertThat(metrics.counts().live()).isEqualTo(Delays.NONE);
  }
}
