package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {

  @Test
  void classesOutsideOfGroups_areNeeded() {
    Needs needs = Needs.of("^(?=\\p{L})记者[ ]?[：:](?<names>[、，]{2})[（(]{1,2}\\Q[x]\\E[）)]$");

    assertThat(needs).isEqualTo(new Needs("）)", List.of("：:", "（(")));
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
        "[（(]?x[）)]?$",
        "[（(]*x[）)]{0,2}$",
        "a[（(]|b[）)]$",
        "(?:[（(])[^）)]$",
        "(?i)[ab]$",
        "[0-9]$",
        "\\[x\\]$",
        "[x&&[^y]]$",
        "(?x) [（(] # ) [ \n"
      })
  void anythingElse_isNoNeed(String regex) {
    assertThat(Needs.of(regex)).isEqualTo(new Needs("", List.of()));
  }
}
