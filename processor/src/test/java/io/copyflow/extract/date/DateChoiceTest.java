package io.copyflow.extract.date;

import static io.copyflow.extract.ArticleFile.PROSE;
import static io.copyflow.extract.ArticleFile.draft;
import static io.copyflow.extract.ArticleFile.exact;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.DateOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateChoiceTest {

  private static final String HEADER = "[标题](https://example.org/2023/09/13/x)\n------\n\n";
  private static final String MATTER = "---\ntitle: t\ndate: 2023-09-13T08:00:00Z\n---\n";
  private static final String EPOCH = "<!--1694672222000-->\n";
  private static final String STAMP = "<div><i>2023-09-13T09:59:55Z</i></div>";

  @Test
  void timeInTheBody_winsOverAllOthers() {
    assertThat(published(MATTER + EPOCH + HEADER + STAMP + PROSE).origin())
        .isEqualTo(DateOrigin.BODY);
  }

  @Test
  void localOffset_winsOverTheSameSecondInUtc() {
    var dates = new DateText(null, null);
    var utc = dates.read("2023-11-09T02:11:03+00:00", DateOrigin.META).orElseThrow();
    var local = dates.read("2023-11-08T21:11:03-05:00", DateOrigin.META).orElseThrow();

    assertThat(DateChoice.of(List.of(utc, local), List.of()).publishedAt()).isEqualTo(local);
  }

  @Test
  void frontMatter_winsOverTheHeader() {
    assertThat(published(MATTER + EPOCH + HEADER + PROSE).origin())
        .isEqualTo(DateOrigin.FRONT_MATTER);
  }

  @Test
  void header_winsOverADayInTheBody() {
    assertThat(published(EPOCH + HEADER + "<p>2023年9月13日</p>" + PROSE).origin())
        .isEqualTo(DateOrigin.HEADER);
  }

  @Test
  void address_isTheLastResort() {
    assertThat(published("<!--NaN-->\n" + HEADER + PROSE).origin()).isEqualTo(DateOrigin.URL);
  }

  @Test
  void noDate_isNotInvented() {
    String file = "<!--NaN-->\n[标题](https://example.org/x)\n------\n\n" + PROSE;

    assertThat(draft(file).dates().candidates()).isEmpty();
    assertThat(draft(file).dates().publishedAt()).isNull();
  }

  @Test
  void updateMark_isNoPublication() {
    String time = "<time class=\"updated\" datetime=\"2024-01-01T00:00:00Z\">1</time>";
    ArticleDraft.Dates dates = draft(EPOCH + HEADER + time + PROSE).dates();

    assertThat(Objects.requireNonNull(dates.updatedAt()).instant())
        .isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(Objects.requireNonNull(dates.publishedAt()).origin()).isEqualTo(DateOrigin.HEADER);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-09-13T18:17:02Z, false", "2023-09-13T18:17:00Z, true", "2023-09-14T18:17:02Z, false",
    "2023-09-14T18:17:04Z, true", "2023年9月13日, false", "2023年9月12日, true"
  })
  void datesMoreThanTwelveHoursApart_areInConflict(String stamp, boolean conflict) {
    String file = exact("标题", "https://example.org/x", "<p>" + stamp + "</p>" + PROSE);

    assertThat(draft(file).dates().conflict()).isEqualTo(conflict);
  }

  @ParameterizedTest
  @CsvSource({
    "1694672222, 2023-09-14T06:17:02Z",
    "1694672222123, 2023-09-14T06:17:02.123Z",
    "-5, 1969-12-31T23:59:59.995Z"
  })
  void epoch_isReadAsWritten(String epoch, Instant instant) {
    assertThat(HeaderDates.epoch(epoch))
        .hasValueSatisfying(d -> assertThat(d.instant()).isEqualTo(instant));
  }

  private static ArticleDraft.Date published(String file) {
    return Objects.requireNonNull(draft(file).dates().publishedAt());
  }
}
