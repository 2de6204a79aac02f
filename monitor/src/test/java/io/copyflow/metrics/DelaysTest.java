package io.copyflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelaysTest {

  private static final double[] BOUNDS = {1, 2, 4};

  private static Delays delays(double upTo1, double upTo2, double upTo4, double all) {
    return new Delays(BOUNDS, new double[] {upTo1, upTo2, upTo4}, all);
  }

  @Test
  void nothingTimed_hasNoQuantile() {
    assertThat(Delays.NONE.quantile(0.5)).isEmpty();
    assertThat(delays(0, 0, 0, 0).quantile(0.5)).isEmpty();
  }

  @Test
  void quantile_liesEvenlyInsideItsClass() {
    var delays = delays(0, 10, 10, 10);

    assertThat(delays.quantile(0.5).orElseThrow()).isEqualTo(1.5, within(1e-9));
    assertThat(delays.quantile(1.0).orElseThrow()).isEqualTo(2.0, within(1e-9));
  }

  @Test
  void longerThanAllClasses_isTheLastBound() {
    assertThat(delays(0, 0, 1, 10).quantile(0.99).orElseThrow()).isEqualTo(4.0);
  }

  @Test
  void since_countsOnlyWhatCameAfter() {
    var later = delays(100, 110, 110, 110).since(delays(100, 100, 100, 100));

    assertThat(later.count()).isEqualTo(10);
    assertThat(later.quantile(0.5).orElseThrow()).isEqualTo(1.5, within(1e-9));
  }
}
