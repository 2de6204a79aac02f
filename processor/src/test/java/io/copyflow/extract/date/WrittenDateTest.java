package io.copyflow.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource({
    "'Stand: 3. Mai 2024, 14:05 Uhr', 2024-05-03 14:05",
    "'Publié le 3 février 2024 à 9h07', 2024-02-03 09:07",
    "'Posted on March 7th, 2021 by Ada', 2021-03-07",
    "'Updated at Mar 7, 2021 at 1:30 pm', 2021-03-07 13:30",
    "'12 de octubre de 2020', 2020-10-12",
    "'2023-02-04 18:20 来源：雾港新闻网', 2023-02-04 18:20",
    "'雾港 2023年2月4日 18:20', 2023-02-04 18:20",
    "'07.03.2021', 2021-03-07",
    "'Von Ada Wick | 31.10.23', 2023-10-31",
    "'26 | 01 | 2022', 2022-01-26",
    "'雾港 民國113年5月3日', 2024-05-03",
    "'二〇二四年十二月廿一日', 2024-12-21",
    "'13/09/2023 - 11:13', 2023-09-13 11:13"
  })
  void dateInALine_isFound(String line, String iso) {
    assertThat(WrittenDate.in(line, null)).map(WrittenDate::iso).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({"true, 2024-04-03", "false, 2024-03-04"})
  void orderOfDayAndMonth_isTheLanguages(boolean dayFirst, String iso) {
    assertThat(WrittenDate.in("03/04/2024", dayFirst)).map(WrittenDate::iso).contains(iso);
  }

  @Test
  void swappableDayAndMonth_haveNoValue() {
    assertThat(WrittenDate.in("Posted on 03/04/2024", null))
        .contains(new WrittenDate("03/04/2024", null));
  }

  @ParameterizedTest
  @CsvSource({
    "23 mai 2019, 2019-05-23",
    "3 listopada 2020, 2020-11-03",
    "17. lokakuuta 2021, 2021-10-17",
    "5 Şubat 2022, 2022-02-05",
    "9 Σεπτεμβρίου 2018, 2018-09-09",
    "14 Gennaio 2020, 2020-01-14",
    "24 أبريل 2020, 2020-04-24",
    "24 نيسان / أبريل 2020 09:22, 2020-04-24 09:22",
    "'1. Jänner 2022', 2022-01-01",
    "Sept. 4 2020, 2020-09-04"
  })
  void monthsOfManyLanguages_areKnown(String line, String iso) {
    assertThat(WrittenDate.in(line, null)).map(WrittenDate::iso).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in 2024", "May 2024", "99.99.2024", "12 monkeys 2024", ""})
  void lineWithoutOneCertainDay_hasNoDate(String line) {
    assertThat(WrittenDate.in(line, null)).isEmpty();
  }

  @Property
  void anyLine_givesAWholeDayOrNothing(@ForAll String line, @ForAll boolean dayFirst) {
    @Nullable String iso = WrittenDate.in(line, dayFirst).map(WrittenDate::iso).orElse(null);

    assertThat(iso == null || iso.matches("\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2})?")).isTrue();
  }
}
