package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {

  @ParameterizedTest
  @CsvSource({
    "a b c d e,        a b c d e,          2, 0, 0",
    "a b c d e,        a b c d x,          1, 1, 1",
    "a b c d,          '',                 0, 0, 1",
    "'',               a b c d e,          0, 2, 0",
    "a b,              a b,                1, 0, 0",
    "a b,              a b c d,            0, 1, 1",
    "a b c d,          a b c d a b c d,    1, 4, 0",
    "a b c d a b c d,  a b c d,            1, 0, 4",
    "don't stop here,  don t stop here,    1, 0, 0",
    "谷地果园开,        谷地果园关,           1, 1, 1",
    "谷地 果园。,       谷地果园,             1, 0, 0",
    "Tide at 9 a.m.,   Tide at ９ a.m.,    2, 0, 0",
  })
  void groupsOfFour_areCountedByHand(
      String expected, String found, int right, int extra, int missing) {
    var tally = Shingles.of(found).against(Shingles.of(expected));

    assertThat(tally).isEqualTo(new Tally(right, extra, missing, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "one two three four five six, one two three four five six, ''",
    "one two three four five six seven, one two three four, five six seven",
    "Read more: one two three four, one two three four, Read more",
    "a b c d e f g h i, a b c d f g h i, e",
    "alone, '', alone",
  })
  void longestPieceThatTheOtherLacks_isCutFromTheText(String text, String other, String piece) {
    assertThat(Shingles.of(text).longestNotIn(Shingles.of(other))).isEqualTo(piece);
  }

  @Test
  void replacedWord_isShownWithItsSurroundings() {
    var text = Shingles.of("a b c d e f g");

    assertThat(text.longestNotIn(Shingles.of("a b c X e f g"))).contains("d");
  }

  @Property
  void exchangedTexts_exchangeWhatIsMissingAndWhatIsExtra(
      @ForAll @CharRange(from = ' ', to = 'e') @StringLength(max = 60) String one,
      @ForAll @CharRange(from = ' ', to = 'e') @StringLength(max = 60) String other) {
    var there = Shingles.of(one).against(Shingles.of(other));
    var back = Shingles.of(other).against(Shingles.of(one));

    assertThat(there).isEqualTo(new Tally(back.right(), back.missing(), back.extra(), 0));
  }

  @Property
  void pieceThatTheOtherLacks_isEmptyExactlyWhenNothingIsMissing(
      @ForAll @CharRange(from = ' ', to = 'e') @StringLength(max = 60) String one,
      @ForAll @CharRange(from = ' ', to = 'e') @StringLength(max = 60) String other) {
    var expected = Shingles.of(one);
    var found = Shingles.of(other);

    assertThat(expected.longestNotIn(found).isEmpty())
        .isEqualTo(found.against(expected).missing() == 0);
  }
}
