package io.copyflow.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "渡轮恢复通航|zh-Hans",
        "渡輪恢復通航|zh-Hant",
        "連絡船が再開した|ja",
        "연락선이 다시 운항을 시작했다|ko",
        "The ferry is back after forty days, and the island has bread again.|en",
        "Le bac a repris du service mardi après quarante jours d'interruption.|fr",
        "Паром снова вышел в море после сорока дней простоя.|ru",
        "王女士在 Twitter 上说：“渡轮回来了”|zh-Hans"
      })
  void mainLanguage_isTold(String text, String tag) {
    assertThat(Language.of(text)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12 34", "https://example.org/a/b", "!!"})
  void textWithoutLetters_hasNoLanguage(String text) {
    assertThat(Language.of(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"渡轮 回来了, 5, 5", "don't stop, 9, 2", "COVID-19 疫情, 10, 4", "'', 0, 0", "a  b, 2, 2"})
  void counts_makeSenseForEveryScript(String text, int characters, int words) {
    assertThat(Counts.of(text)).isEqualTo(new Counts(characters, words));
  }

  @Property
  void fold_leavesNoWideGaps(@ForAll String text) {
    assertThat(Fold.line(text)).doesNotContainPattern("\\s{2}|[\\t\\n\\r\\u00A0\\u3000\\u200B]");
  }

  @Property
  void printable_leavesNoControls(@ForAll String text) {
    assertThat(Fold.printable(text)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
  }
}
