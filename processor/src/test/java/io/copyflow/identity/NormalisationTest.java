package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NormalisationTest {

  @Test
  void punctuationAndWhiteSpace_goAway() {
    assertThat(Normalisation.normalise(" Ferry — returns,\u00a0at last! “渡轮”回来了。\u200b"))
        .isEqualTo("ferryreturnsatlast渡轮回来了");
  }

  @Test
  void fullWidthAndLigatures_areComposed() {
    assertThat(Normalisation.normalise("ＡＢＣ１２３ ﬁn ①")).isEqualTo("abc123fin1");
  }

  @Test
  void digits_stay() {
    assertThat(Normalisation.normalise("USD 7.0681")).isEqualTo("usd70681");
  }

  @Test
  void scripts_areNotFolded() {
    assertThat(Normalisation.normalise("國際")).isNotEqualTo(Normalisation.normalise("国际"));
  }

  @Test
  void astralLetters_stayWhole() {
    assertThat(Normalisation.normalise("𠮷野家😀")).isEqualTo("𠮷野家");
  }

  @Test
  void lettersThatCompose_countAsOne_whateverStandsBetween() {
    assertThat(Normalisation.normalise("\u1100-\u1161")).isEqualTo("\uAC00");
  }

  /** The definition, without the short cuts. */
  @Property
  void shortCuts_changeNothing(@ForAll("interacting") String text) {
    var kept = new StringBuilder();
    Normalizer2.getNFKCCasefoldInstance()
        .normalize(text)
        .codePoints()
        .filter(UCharacter::isLetterOrDigit)
        .forEach(kept::appendCodePoint);

    assertThat(Normalisation.normalise(text))
        .isEqualTo(Normalizer2.getNFKCCasefoldInstance().normalize(kept));
  }

  /** Anything, with what composes, reorders or vanishes next to it. */
  @Provide
  Arbitrary<String> interacting() {
    var marks =
        Arbitraries.of(
            "e", "\u0301", "\u0323", "Å", "ﬁ", "ｶ", "ﾞ", "\u1112", "\u1161", "\u11ab", "각",
            "\u0345", "\u00ad", "\ufe00", "渡", "𠮷", "\ud840", "①", "ß", "İ", "\u0F71", "\u0F72",
            "\uF900", "9");
    var pieces = Arbitraries.oneOf(marks, Arbitraries.strings().ofMaxLength(2));
    return pieces.list().ofMaxSize(20).map(list -> String.join("", list));
  }

  @Property
  void normalising_isIdempotent(@ForAll String text) {
    String once = Normalisation.normalise(text);

    assertThat(Normalisation.normalise(once)).isEqualTo(once);
  }

  @Property
  void white_spaceNeverCounts(@ForAll String left, @ForAll String right) {
    // Letters on both sides, so that no combining mark reaches over the gap.
    String joined = Normalisation.normalise(left + "x" + "x" + right);

    assertThat(Normalisation.normalise(left + "x \n\t x" + right)).isEqualTo(joined);
  }
}
