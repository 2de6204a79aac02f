package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  @Test
  void shares_areThoseOfAHandComputedExample() {
    var tally = new Tally(6, 2, 4, 8);

    assertThat(tally.precision()).isEqualTo(6 / 8.0, EXACTLY);
    assertThat(tally.recall()).isEqualTo(6 / 10.0, EXACTLY);
    assertThat(tally.f1()).isEqualTo(12 / 18.0, EXACTLY);
    assertThat(tally.accuracy()).isEqualTo(14 / 20.0, EXACTLY);
    assertThat(tally.unwanted()).isEqualTo(2 / 10.0, EXACTLY);
  }

  @Test
  void nothingExpectedAndNothingFound_isPerfect() {
    assertThat(Tally.NOTHING.exact()).isTrue();
    assertThat(Tally.NOTHING.f1()).isEqualTo(1);
    assertThat(Tally.NOTHING.unwanted()).isZero();
  }

  @Test
  void nothingFoundWhereSomethingWasExpected_hasNoPrecision() {
    var tally = new Tally(0, 0, 3, 0);

    assertThat(tally.precision()).isZero();
    assertThat(tally.f1()).isZero();
  }

  @Property
  void f1_isTheHarmonicMeanOfPrecisionAndRecall(
      @ForAll @IntRange(min = 1, max = 999) int right,
      @ForAll @IntRange(max = 999) int extra,
      @ForAll @IntRange(max = 999) int missing) {
    var tally = new Tally(right, extra, missing, 0);
    double harmonic = 2 * tally.precision() * tally.recall() / (tally.precision() + tally.recall());

    assertThat(tally.f1()).isEqualTo(harmonic, EXACTLY);
  }
}
