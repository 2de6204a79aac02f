package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateExpectationsTest {

  /** 2031-05-08, 22:30 UTC: the next day in Berlin. */
  private static final Found AT_NIGHT =
      Extracted.file(
          "<!--1936045800000-->\n[Tide](https://www.example.org/tide)\n------\n<p>The tide.</p>");

  private static final Found NO_DATE = Extracted.body("<p>The tide came in over the wall.</p>");

  @ParameterizedTest
  @CsvSource({
    "2031-05-08,                1",
    "2031-05-09,                0",
    "2031-05-09 00:30:00+02:00, 1",
    "2031-05-08 18:30:00-04:00, 1",
    "2031-05-10 00:30:00+02:00, 0",
  })
  void dayInTheLabelsZone_countsAsWell(String label, int right) {
    assertThat(DateExpectations.day(date(label)).mark(AT_NIGHT).tally().right()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-09 00:30:59+02:00, 1",
    "2031-05-09 00:31:00+02:00, 0",
    "2031-05-08 22:30,          1",
    "2031-05-09 00:30,          0",
  })
  void minuteWithoutAZone_isComparedByTheClockOnTheWall(String label, int right) {
    var mark = DateExpectations.minute(date(label)).mark(AT_NIGHT);

    assertThat(mark.tally().right()).isEqualTo(right);
  }

  @Test
  void noDate_isWrong() {
    var mark = DateExpectations.day(date("2031-05-08")).mark(NO_DATE);

    assertThat(mark.tally().exact()).isFalse();
    assertThat(mark.missing()).isEqualTo("2031-05-08");
    assertThat(mark.extra()).isEmpty();
  }

  @Test
  void headerDate_isTheInstantOfTheHeader() {
    var instant = Instant.ofEpochMilli(1_936_045_800_000L);

    assertThat(DateExpectations.headerDate(instant).mark(AT_NIGHT).tally().exact()).isTrue();
    assertThat(DateExpectations.headerDate(instant.plusMillis(1)).mark(AT_NIGHT).tally().exact())
        .isFalse();
  }

  @Test
  void bodyDate_leavesSecondsOpenWhereTheLabelHasNone() {
    var found =
        Extracted.body("<p><time>2031-05-08T21:30:45Z</time></p><p>The tide came in at dawn.</p>");

    assertThat(isBodyDate("21:30", Instant.parse("2031-05-08T21:30:00Z"), found)).isTrue();
    assertThat(isBodyDate("21:30:44", Instant.parse("2031-05-08T21:30:44Z"), found)).isFalse();
  }

  @Test
  void bodyDateWithoutAnInstant_mustNotGetATime() {
    var day = Extracted.body("<p><time>2031-05-08</time></p><p>The tide came in at dawn.</p>");
    var time = Extracted.body("<p><time>2031-05-08 21:30</time></p><p>The tide came in.</p>");

    assertThat(DateExpectations.bodyDate("2031-05-08", null).mark(day).tally().exact()).isTrue();
    assertThat(DateExpectations.bodyDate("2031-05-08", null).mark(time).tally().exact()).isFalse();
  }

  private static boolean isBodyDate(String text, Instant instant, Found found) {
    return DateExpectations.bodyDate(text, instant).mark(found).tally().exact();
  }

  private static LabelledDate date(String text) {
    return LabelledDate.parse(text).orElseThrow();
  }
}
