package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  /**
   * Precision 1 and 1/4, recall 1/2 and 1, F1 2/3 and 2/5; together 2 right, 3 extra, 1 missing.
   */
  private static final List<Tally> TWO = List.of(new Tally(1, 0, 1, 0), new Tally(1, 3, 0, 0));

  @Test
  void text_isTheMeanOverFiles() {
    var figure = Figure.of(Metric.TEXT, TWO);

    assertThat(figure.precision()).isEqualTo((1 + 0.25) / 2, EXACTLY);
    assertThat(figure.recall()).isEqualTo((0.5 + 1) / 2, EXACTLY);
    assertThat(figure.f1()).isEqualTo((2 / 3.0 + 2 / 5.0) / 2, EXACTLY);
    assertThat(figure.f1OfMeans()).isEqualTo(2 * 0.625 * 0.75 / 1.375, EXACTLY);
  }

  @Test
  void items_areCountedOverAllFilesTogether() {
    var figure = Figure.of(Metric.SEGMENTS, TWO);

    assertThat(figure.precision()).isEqualTo(2 / 5.0, EXACTLY);
    assertThat(figure.recall()).isEqualTo(2 / 3.0, EXACTLY);
    assertThat(figure.f1()).isEqualTo(4 / 8.0, EXACTLY);
  }

  @Test
  void share_isThatOfFilesWithoutAnyFault() {
    var figure = Figure.of(Metric.AUTHORS, List.of(Tally.single(true), new Tally(2, 1, 0, 0)));

    assertThat(figure.right()).isEqualTo(0.5);
    assertThat(figure.files()).isEqualTo(2);
  }

  @Test
  void metricsWithoutALabel_areLeftOut() {
    var mark = Mark.single(Metric.TITLE, true, "Tide", "Tide");
    var file = new FileScore("d", "p", "1", "1.txt", List.of(mark));
    var unlabelled = new FileScore("d", "p", "2", "2.txt", List.of());

    assertThat(Figure.of(List.of(file, unlabelled)))
        .singleElement()
        .satisfies(figure -> assertThat(figure.metric()).isEqualTo(Metric.TITLE))
        .satisfies(figure -> assertThat(figure.files()).isEqualTo(1));
  }
}
