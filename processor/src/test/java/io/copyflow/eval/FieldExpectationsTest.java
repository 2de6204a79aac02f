package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldExpectationsTest {

  private static final String PICTURES =
      "<p>The tide came in over the wall.</p>"
          + "<figure><img src='https://img.example.org/1.jpg'>"
          + "<figcaption>The wall.</figcaption></figure>"
          + "<figure><img src='https://img.example.org/2.jpg'></figure>";

  @ParameterizedTest
  @CsvSource({"Tide, 1", "' Tide\u00A0', 1", "tide, 0", "Tide | Post, 0"})
  void title_isComparedAsReadersSeeIt(String expected, int right) {
    var mark = FieldExpectations.title(expected).mark(Extracted.body("<p>The tide.</p>"));

    assertThat(mark.tally().right()).isEqualTo(right);
  }

  @Test
  void wrongTitle_saysBoth() {
    var mark = FieldExpectations.title("Ebb").mark(Extracted.body("<p>The tide.</p>"));

    assertThat(mark).isEqualTo(Mark.single(Metric.TITLE, false, "Ebb", "Tide"));
    assertThat(mark.score()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"zh-Hans, 1", "zh, 1", "zh-CN, 1", "zh-Hant, 0", "ja, 0"})
  void script_countsWhereTheLabelNamesOne(String expected, int right) {
    var found = Extracted.body("<p>谷地的果园今年提前两周开摘，工人清晨上山。</p>");

    assertThat(FieldExpectations.language(expected).mark(found).tally().right()).isEqualTo(right);
  }

  @Test
  void refusedFile_hasTheWrongOutcomeAndSaysWhy() {
    var mark = FieldExpectations.outcome("ARTICLE").mark(Extracted.refused());

    assertThat(mark.tally().exact()).isFalse();
    assertThat(mark.extra()).startsWith("REJECTED JSON");
  }

  @Test
  void authors_areSets() {
    var found = Extracted.body("<p>By Ida Marsh</p><p>The tide came in over the wall.</p>");

    assertThat(FieldExpectations.authors(List.of("IDA MARSH")).mark(found).tally())
        .isEqualTo(new Tally(1, 0, 0, 0));
    assertThat(FieldExpectations.authors(List.of("Tom Reed", "Ida Marsh")).mark(found).missing())
        .isEqualTo("tom reed");
    assertThat(FieldExpectations.authors(List.of()).mark(found).extra()).isEqualTo("ida marsh");
  }

  @Test
  void picture_isRightUnderAnyOfItsAddresses() {
    var addresses = Set.of("https://img.example.org/large/1.jpg", "https://img.example.org/1.jpg");
    var gone = Set.of("https://img.example.org/3.jpg");
    var mark = FieldExpectations.images(List.of(addresses, gone)).mark(Extracted.body(PICTURES));

    assertThat(mark.tally()).isEqualTo(new Tally(1, 1, 1, 0));
    assertThat(mark.missing()).endsWith("3.jpg");
    assertThat(mark.extra()).endsWith("2.jpg");
  }

  @Test
  void leadImage_isTheFirst() {
    var found = Extracted.body(PICTURES);

    assertThat(lead("https://img.example.org/1.jpg").mark(found).tally().exact()).isTrue();
    assertThat(lead("https://img.example.org/2.jpg").mark(found).tally().exact()).isFalse();
  }

  @Test
  void captions_areComparedWithoutSpaces() {
    var mark = FieldExpectations.captions(List.of("The  wall.")).mark(Extracted.body(PICTURES));

    assertThat(mark.tally()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  private static Expectation lead(String url) {
    return FieldExpectations.leadImage(Set.of(url));
  }
}
