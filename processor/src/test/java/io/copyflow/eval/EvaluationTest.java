package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.Extractor;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void archiveLayout_scoresEveryField() throws Exception {
    var gold = run("archive", null, 2).datasets().get(0);

    assertThat(gold.dataset()).isEqualTo("GOLD");
    assertThat(values(gold))
        .containsEntry(Metric.TITLE, 0.5)
        .containsEntry(Metric.OUTCOME, 1.0)
        .containsEntry(Metric.PUBLISHER, 1.0)
        .containsEntry(Metric.SEGMENTS, 1.0)
        .containsEntry(Metric.CAPTIONS, 1.0)
        .containsEntry(Metric.HEADER_DATE, 1.0);
  }

  @Test
  void pageLayout_hasOneDatasetForEachFileOfLabels() throws Exception {
    var report = run("pages", null, 2);

    assertThat(report.datasets())
        .extracting(DatasetScore::dataset)
        .containsExactly("fields", "segments");
    assertThat(values(report.datasets().get(0)))
        .containsEntry(Metric.TEXT, 1.0)
        .containsEntry(Metric.TITLE, 0.5)
        .containsEntry(Metric.LANGUAGE, 1.0)
        .containsEntry(Metric.MINUTE, 0.0)
        .containsEntry(Metric.LEAD_IMAGE, 1.0)
        .containsEntry(Metric.AUTHORS, 2 / 3.0);
  }

  @Test
  void rowsThatCannotBeScored_areSkippedWithTheirReason() throws Exception {
    assertThat(run("archive", null, 2).skipped())
        .extracting(Skipped::reason)
        .satisfiesExactly(
            gone -> assertThat(gone).startsWith("post/gone.txt: no such file"),
            other -> assertThat(other).contains("post/lamp.txt", "SHA-256"),
            outside -> assertThat(outside).startsWith("../outside.txt: ").contains("inside"));
    assertThat(run("pages", null, 2).skipped())
        .extracting(Skipped::reason)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("fields.jsonl:3: is no JSON object"),
            cut -> assertThat(cut).contains("bytes where the label says"));
  }

  @Test
  void report_doesNotDependOnTheNumberOfThreads() throws Exception {
    assertThat(run("pages", null, 1)).isEqualTo(run("pages", null, 3));
  }

  @Test
  void worstFiles_comeFirstAndPerfectOnesNotAtAll() throws Exception {
    var report = run("pages", "fields", 2);

    assertThat(report.worst(9)).extracting(FileScore::id).containsExactly("lamp", "orchard");
    assertThat(report.worst(1)).extracting(FileScore::id).containsExactly("lamp");
    assertThat(report.worst(1).get(0).faults())
        .extracting(Mark::metric)
        .containsExactly(Metric.TITLE, Metric.AUTHORS);
  }

  @Test
  void publishers_areSortedByScore() throws Exception {
    assertThat(run("pages", "fields", 2).publishersByScore())
        .extracting(Group::publisher)
        .containsExactly("example.org", "example.com");
  }

  private static Report run(String folder, @Nullable String dataset, int threads) throws Exception {
    var data = DataFolder.open(Path.of("src/test/resources/eval", folder), dataset);
    return new Evaluation(Extractor.standard(), threads).run(data);
  }

  private static Map<Metric, Double> values(DatasetScore dataset) {
    return Figure.of(dataset.files()).stream()
        .collect(Collectors.toMap(Figure::metric, Figure::value));
  }
}
