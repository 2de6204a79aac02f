package io.copyflow.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.DatePrecision;
import io.copyflow.extract.ZoneOrigin;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-09-13T09:59:55.181Z|2023-09-13T09:59:55.181Z|MILLISECOND",
        "2020-07-09T03:06:37|2020-07-09T03:06:37Z|SECOND",
        "2020-07-21 15:48|2020-07-21T15:48:00Z|MINUTE",
        "2018-12-05T20:32:06+08:00|2018-12-05T12:32:06Z|SECOND",
        "Mon, 20 Jul 2020 03:40:09 GMT|2020-07-20T03:40:09Z|SECOND",
        "Tue, 23 Jun 2020 05:14:48 +0000|2020-06-23T05:14:48Z|SECOND",
        "2020年 7月 2日|2020-07-02T00:00:00Z|DAY",
        "2020年7月2日 14:05|2020-07-02T14:05:00Z|MINUTE",
        "2020年10月2日凌晨5点08分|2020-10-02T05:08:00Z|MINUTE",
        "2020年10月2日凌晨12点08分|2020-10-02T00:08:00Z|MINUTE",
        "2020年10月2日上午11点08分|2020-10-02T11:08:00Z|MINUTE",
        "2020年10月2日中午12点08分|2020-10-02T12:08:00Z|MINUTE",
        "2020年10月2日中午1點08分|2020-10-02T13:08:00Z|MINUTE",
        "2020年10月2日下午3:51|2020-10-02T15:51:00Z|MINUTE",
        "2020年10月2日晚上11点08分|2020-10-02T23:08:00Z|MINUTE",
        "Nov 17th 2020|2020-11-17T00:00:00Z|DAY",
        "13/09/2023 - 11:13|2023-09-13T11:13:00Z|MINUTE",
        "2022-01-10T22:06:08:684Z|2022-01-10T22:06:08.684Z|MILLISECOND",
        "民國一百一十三年五月三日|2024-05-03T00:00:00Z|DAY",
        "中華民國99年12月31日 14:05|2010-12-31T14:05:00Z|MINUTE",
        "二〇二四年十月二十一日|2024-10-21T00:00:00Z|DAY",
        "4/4/2023|2023-04-04T00:00:00Z|DAY"
      })
  void writtenForms_areRead(String text, Instant instant, DatePrecision precision) {
    assertThat(read(text, null, null))
        .hasValueSatisfying(date -> {
          assertThat(date.instant()).isEqualTo(instant);
          assertThat(date.precision()).isEqualTo(precision);
        });
  }

  @Test
  void localTime_isThatOfThePublisher() {
    ArticleDraft.Date date = read("13/09/2023 - 11:13", "Europe/Paris", true).orElseThrow();

    assertThat(date.instant()).isEqualTo(Instant.parse("2023-09-13T09:13:00Z"));
    assertThat(date.zone()).isEqualTo("Europe/Paris");
    assertThat(date.zoneOrigin()).isEqualTo(ZoneOrigin.PUBLISHER);
  }

  @Test
  void writtenZone_beatsThePublishers() {
    ArticleDraft.Date date = read("2020-07-20T03:40:09Z", "Europe/Paris", null).orElseThrow();

    assertThat(date.instant()).isEqualTo(Instant.parse("2020-07-20T03:40:09Z"));
    assertThat(date.zoneOrigin()).isEqualTo(ZoneOrigin.WRITTEN);
  }

  @ParameterizedTest
  @CsvSource({
    "26 分钟前, RELATIVE",
    "yesterday, RELATIVE",
    "03/04/2023, AMBIGUOUS",
    "2023-02-30, UNKNOWN"
  })
  void dateThatNobodyCanTell_saysWhy(String text, DatePrecision why) {
    assertThat(read(text, null, null))
        .hasValueSatisfying(d -> assertThat(d.precision()).isEqualTo(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"26 分钟前", "3小時前", "2 hours ago", "03/04/2023", "2023-02-30", "32/13/2023"})
  void dateThatNobodyCanTell_hasNoInstant(String text) {
    assertThat(read(text, null, null)).hasValueSatisfying(d -> assertThat(d.instant()).isNull());
  }

  @ParameterizedTest
  @CsvSource({"true, 2023-04-03", "false, 2023-03-04"})
  void dayAndMonth_areOrderedByThePublishersHabit(boolean dayFirst, String day) {
    assertThat(read("03/04/2023", null, dayFirst).orElseThrow().instant())
        .isEqualTo(Instant.parse(day + "T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "渡轮", "2020", "12:30", "周二（5月6日）", "1 2 3", "2023-09-13 was a day"})
  void otherText_isNoDate(String text) {
    assertThat(read(text, null, null)).isEmpty();
  }

  @Property
  void anyInstant_isReadBack(
      @ForAll @InstantRange(min = "1970-01-01T00:00:00Z", max = "2199-12-31T23:59:59Z")
          Instant instant) {
    Instant seconds = instant.truncatedTo(ChronoUnit.SECONDS);

    assertThat(read(seconds.toString(), "Asia/Taipei", null).orElseThrow().instant())
        .isEqualTo(seconds);
  }

  @Property
  void anyText_isReadOrNot(@ForAll String text) {
    assertThat(read(text, null, null).map(ArticleDraft.Date::text).orElse(text)).isEqualTo(text);
  }

  private static Optional<ArticleDraft.Date> read(
      String text, @Nullable String zone, @Nullable Boolean dayFirst) {
    return new DateText(zone == null ? null : ZoneId.of(zone), dayFirst)
        .read(text, DateOrigin.BODY);
  }
}
