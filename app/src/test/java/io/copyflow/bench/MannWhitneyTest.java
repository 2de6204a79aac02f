package io.copyflow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

  /** Of the 70 orders of four and four values, two are as extreme as this one. */
  @Test
  void samplesApart_areAsProbableAsTheirOrders() {
    assertThat(MannWhitney.probability(List.of(1.0, 2.0, 3.0, 4.0), List.of(5.0, 6.0, 7.0, 8.0)))
        .isCloseTo(2.0 / 70, within(1e-12));
  }

  /** Tables of the test give 0.0317 for U = 2 with five and five values. */
  @Test
  void knownTable_isMet() {
    assertThat(
            MannWhitney.probability(
                List.of(1.0, 2.0, 3.0, 4.0, 7.0), List.of(5.0, 6.0, 8.0, 9.0, 10.0)))
        .isCloseTo(8.0 / 252, within(1e-12));
  }

  @Test
  void sameSample_isChance() {
    var sample = List.of(1.0, 2.0, 3.0, 4.0);
    assertThat(MannWhitney.probability(sample, sample)).isEqualTo(1);
  }

  @Test
  void threeRounds_proveNothing() {
    assertThat(MannWhitney.probability(List.of(1.0, 2.0, 3.0), List.of(7.0, 8.0, 9.0)))
        .isGreaterThan(0.05);
  }
}
