package io.copyflow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.bench.Comparison.Verdict;
import io.copyflow.bench.Figure.Better;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final List<Double> BEFORE = List.of(2.0, 2.1, 2.05, 1.95);

  @Test
  void worseBeyondMarginAndChance_isARegression() {
    var comparison = compare(Better.LOWER, List.of(2.5, 2.6, 2.4, 2.55));

    assertThat(comparison.changes().get(0).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.isRegression()).isTrue();
  }

  @Test
  void worseInOneRoundOnly_isNoise() {
    var comparison = compare(Better.LOWER, List.of(2.0, 2.1, 9.0, 1.98));

    assertThat(comparison.changes().get(0).verdict()).isEqualTo(Verdict.SAME);
    assertThat(comparison.isRegression()).isFalse();
  }

  @Test
  void worseWithinTheMargin_isTheSame() {
    assertThat(compare(Better.LOWER, List.of(2.15, 2.2, 2.18, 2.12)).isRegression()).isFalse();
  }

  @Test
  void better_isSaid() {
    var comparison = compare(Better.LOWER, List.of(1.5, 1.4, 1.6, 1.55));

    assertThat(comparison.changes().get(0).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(comparison.isRegression()).isFalse();
  }

  @Test
  void whatDependsOnTheMachine_isToldOnly() {
    var comparison = compare(Better.HIGHER, List.of(1.0, 0.9, 0.8, 0.7));

    assertThat(comparison.changes().get(0).verdict()).isEqualTo(Verdict.TOLD);
    assertThat(comparison.isRegression()).isFalse();
  }

  @Test
  void anotherCorpus_isRefused() {
    var other =
        new BenchResult("1", "now", machine(), new BenchResult.Corpus("x", 1, 1), List.of());
    assertThatThrownBy(() -> Comparison.of(result(Better.LOWER, BEFORE), other, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another corpus");
  }

  @Test
  void resultAsJson_isReadBack() throws Exception {
    var result = result(Better.LOWER, BEFORE);
    var json = new ObjectMapper().readTree(result.json().toString());

    assertThat(BenchResult.parse(json)).isEqualTo(result);
  }

  @Test
  void jsonOfSomethingElse_isRefused() throws Exception {
    var json = new ObjectMapper().readTree("{\"balanced\": true}");

    assertThatThrownBy(() -> BenchResult.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Comparison compare(Better better, List<Double> now) {
    return Comparison.of(result(better, BEFORE), result(better, now), 0.1);
  }

  private static BenchResult result(Better better, List<Double> rounds) {
    return new BenchResult(
        "1",
        "now",
        machine(),
        new BenchResult.Corpus("generated", 100, 800_000),
        List.of(new Figure("pipeline.per-floor", "×", better, rounds)));
  }

  private static Machine machine() {
    return new Machine("os", "cpu", 2, 1L << 30, "17", List.of("-Xmx1g"), "4.3.1", 0.5, 1.5);
  }
}
