package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledDateTest {

  @ParameterizedTest
  @CsvSource({
    "2031-05-08 15:47:42.389000+00:00, 2031-05-08T15:47:00Z",
    "2031-05-08T11:15:53.000Z,         2031-05-08T11:15:00Z",
    "2031-05-08 10:00:30+02:00,        2031-05-08T08:00:00Z",
    "2031-05-08T10:52:50+0100,         2031-05-08T09:52:00Z",
  })
  void timeWithAZone_isAnInstant(String text, Instant minute) {
    assertThat(LabelledDate.parse(text).flatMap(LabelledDate::minute)).contains(minute);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-05-08", "2031-5-8", "2031-05.08", "2031-05-08 00:00:00"})
  void dayOrMidnightWithoutAZone_isADay(String text) {
    var date = LabelledDate.parse(text).orElseThrow();

    assertThat(date.day()).isEqualTo(LocalDate.of(2031, 5, 8));
    assertThat(date.hasTime()).isFalse();
  }

  @Test
  void timeWithoutAZone_hasATimeAndNoInstant() {
    var date = LabelledDate.parse("2031-05-08 21:30").orElseThrow();

    assertThat(date.hasTime()).isTrue();
    assertThat(date.minute()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "", "2031-13-08", "2031-02-30", "yesterday", "2031-05-08 25:00"})
  void whatIsNoDate_saysNothing(String text) {
    assertThat(LabelledDate.parse(text)).isEmpty();
  }
}
