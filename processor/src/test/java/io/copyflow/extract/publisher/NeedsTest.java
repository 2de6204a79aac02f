package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {

  @Test
  void wordsThatMayNotBeLeftOut_areNeeded() {
    Needs needs = Needs.of("^(?=\\p{L})记者[ ]?[：:](?<names>[、，]{2})[（(]{1,2}\\Q[x]\\E[）)]$");

    assertThat(needs.within())
        .extracting(Literals::words)
        .containsExactly(List.of("[x])", "[x]）"), List.of("记者:", "记者：", "记者 :", "记者 ："));
    assertThat(needs.last()).isEqualTo(")）");
  }

  @ParameterizedTest
  @CsvSource({
    "a{2}b?[cd]+, 3, 1000000",
    "'.{2,9}x', 3, 19",
    "(?:ab|c)(?=d), 1, 2",
    "\uD83D\uDCF7?, 0, 2",
    "x*, 0, 1000000"
  })
  void length_isBounded(String regex, int shortest, int longest) {
    Needs needs = Needs.of(regex);

    assertThat(needs.shortest()).isEqualTo(shortest);
    assertThat(needs.longest()).isEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({
    "a{2}b?x, 2",
    "'[a-z]{0,3}(?:x|yz)[a-z]{9}', 7",
    "'[a-z]+x', 1000000",
    "'[a-z](?:\\d{2}xy|z\\d)', 9"
  })
  void charactersBeforeTheWord_areBounded(String regex, int before) {
    assertThat(Needs.of(regex).before()).isEqualTo(before);
  }

  @Test
  void match_beginsNoEarlierThanItsWordAllows() {
    Needs needs = Needs.of("[a-z]{0,3}@");

    assertThat(needs.earliest("..........a@b@", 0)).isEqualTo(5);
    assertThat(needs.earliest("..........a@b@", 12)).isEqualTo(12);
    assertThat(needs.earliest("..........a@b@", 14)).isEqualTo(-1);
  }

  @Test
  void alternatives_needOneWordOfEach() {
    assertThat(Needs.of("(?i)[/_](?:icons?|line\\d{2}|logo)[.]").within())
        .extracting(Literals::words)
        .containsExactly(List.of("icon", "line", "logo"), List.of("."));
  }

  @Test
  void wordsOfAnyCase_areFoundInAnyCase() {
    Needs needs = Needs.of("(?i)Banner|LOGO|a\\dB");

    assertThat(needs.areIn("/bAnner.png")).isTrue();
    assertThat(needs.areIn("/Logo.png")).isTrue();
    assertThat(needs.areIn("/photo.png")).isFalse();
  }

  @Test
  void line_mustHoldOneOfEachAndEndSo() {
    Needs needs = Needs.of("^.+[：:].+[）)]$");

    assertThat(needs.areIn("文：某某)")).isTrue();
    assertThat(needs.areIn("文 某某)")).isFalse();
    assertThat(needs.areIn("文：某某")).isFalse();
    assertThat(needs.areIn("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[（(]?",
        "[（(]*",
        "a|.",
        "a|.$",
        "(?:ab)?",
        "[0-9]",
        "[x&&[^y]]",
      })
  void whatMayBeLeftOut_isNoNeed(String regex) {
    Needs needs = Needs.of(regex);

    assertThat(needs.within()).isEmpty();
    assertThat(needs.last()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?x) [（(] # ) [ \n",
        "(?u)a",
        "(a)\\1",
        "(?>a)b",
        "\\u0041b",
        "\\Qab\\E{2}",
        "ab\\R"
      })
  void whatIsNotUnderstood_needsNothing(String regex) {
    assertThat(Needs.of(regex)).isEqualTo(Needs.NONE);
  }
}
