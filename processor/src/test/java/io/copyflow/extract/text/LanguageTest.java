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

  /** Headlines as short as they come; Japanese ones without kana among them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "渡轮停航|zh-Hans",
        "三岛断电两天|zh-Hans",
        "市长辞职|zh-Hans",
        "央行降息|zh-Hans",
        "村里来了新医生|zh-Hans",
        "渡輪停航|zh-Hant",
        "三島斷電兩天|zh-Hant",
        "市長辭職|zh-Hant",
        "佢哋話聽日開船|zh-Hant",
        "啲人喺碼頭等咗成日|zh-Hant",
        "冇電冇水點算|zh-Hant",
        "島の灯台に灯り|ja",
        "フェリー再開|ja",
        "知事選挙開票|ja",
        "駅前広場再開|ja",
        "図書館焼失|ja",
        "【島聞】「渡輪與燈塔的亂鬪」：愛情與嫉妬|zh-Hant",
        "여객선 운항 재개|ko",
        "島 주민 대피|ko"
      })
  void shortHeadline_showsItsLanguage(String text, String tag) {
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
