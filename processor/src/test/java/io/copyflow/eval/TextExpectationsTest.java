package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextExpectationsTest {

  private static final Found FOUND =
      Extracted.body("<p>The tide came in over the wall.</p><p>Nobody&nbsp;was hurt.</p>");

  @Test
  void segments_areCountedEachForItself() {
    var wanted = List.of("over the wall.", "Nobody was hurt.", "a boat was lost");
    var unwanted = List.of("The tide", "Subscribe", "Read more");
    var mark = TextExpectations.segments(wanted, unwanted).mark(FOUND);

    assertThat(mark.tally()).isEqualTo(new Tally(2, 1, 1, 2));
    assertThat(mark.missing()).isEqualTo("a boat was lost");
    assertThat(mark.extra()).isEqualTo("The tide");
  }

  @Test
  void segmentsOfARefusedFile_areMissingAndAbsent() {
    var mark = TextExpectations.segments(List.of("a", "b"), List.of("c")).mark(Extracted.refused());

    assertThat(mark.tally()).isEqualTo(new Tally(0, 0, 2, 1));
  }

  @Test
  void text_saysWhatIsMissingAndWhatIsTooMuch() {
    var mark =
        TextExpectations.text("The tide came in over the wall. All the boats were lost.")
            .mark(FOUND);

    assertThat(mark.missing()).isEqualTo("All the boats were lost");
    assertThat(mark.extra()).isEqualTo("Nobody was hurt");
    assertThat(mark.tally()).isEqualTo(new Tally(4, 3, 5, 0));
  }

  @Test
  void opening_mayStandAfterAHeading() {
    assertThat(TextExpectations.opening("tide came in").mark(FOUND).tally().exact()).isTrue();
    assertThat(TextExpectations.opening("tide went out").mark(FOUND).tally().exact()).isFalse();
  }
}
