package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SimilarityTest {

  @Test
  void cosmeticChange_isFullLikeness() {
    assertThat(Similarity.of("The ferry returns.", "the FERRY – returns")).isEqualTo(1);
  }

  @Test
  void unrelatedTexts_shareNothing() {
    assertThat(Similarity.of("渡轮周一恢复通航服务", "市议会通过新的预算案")).isZero();
  }

  @Test
  void oneAppendedLetter_addsOneGram() {
    // abcdefgh has 4 grams of 5, abcdefghi has these and one more.
    assertThat(Similarity.of("abcdefgh", "abcdefghi")).isCloseTo(4.0 / 5, within(1e-9));
  }

  @Property
  void likeness_isSymmetricAndBounded(@ForAll String one, @ForAll String other) {
    assertThat(Similarity.of(one, other)).isEqualTo(Similarity.of(other, one)).isBetween(0.0, 1.0);
  }
}
