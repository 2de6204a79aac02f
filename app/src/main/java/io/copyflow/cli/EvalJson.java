package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.eval.DatasetScore;
import io.copyflow.eval.Figure;
import io.copyflow.eval.FileScore;
import io.copyflow.eval.Group;
import io.copyflow.eval.Mark;
import io.copyflow.eval.Metric;
import io.copyflow.eval.Report;
import io.copyflow.eval.Skipped;
import java.util.List;

/** A report on extraction, as one JSON object. */
final class EvalJson {

  private EvalJson() {}

  static ObjectNode of(Report report, int worst) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode datasets = node.putArray("datasets");
    report.datasets().forEach(dataset -> dataset(dataset, datasets.addObject()));
    ArrayNode files = node.putArray("worst");
    report.worst(worst).forEach(file -> file(file, files.addObject()));
    return node;
  }

  private static void dataset(DatasetScore dataset, ObjectNode node) {
    node.put("dataset", dataset.dataset())
        .put("files", dataset.files().size())
        .put("score", rounded(dataset.score()));
    metrics(dataset.files(), node.putObject("metrics"));
    ArrayNode publishers = node.putArray("publishers");
    dataset.publishers().forEach(group -> publisher(group, publishers.addObject()));
    ArrayNode skipped = node.putArray("skipped");
    dataset.skipped().forEach(row -> skipped(row, skipped.addObject()));
  }

  private static void publisher(Group group, ObjectNode node) {
    node.put("publisher", group.publisher())
        .put("files", group.files().size())
        .put("score", rounded(group.score()));
    metrics(group.files(), node.putObject("metrics"));
  }

  private static void skipped(Skipped row, ObjectNode node) {
    node.put("id", row.id()).put("reason", row.reason());
  }

  private static void metrics(List<FileScore> files, ObjectNode node) {
    Figure.of(files).forEach(figure -> metric(figure, node.putObject(figure.metric().label())));
  }

  private static void metric(Figure figure, ObjectNode node) {
    node.put("n", figure.files()).put("right", rounded(figure.right()));
    if (figure.metric().kind() != Metric.Kind.SHARE) {
      node.put("precision", rounded(figure.precision()))
          .put("recall", rounded(figure.recall()))
          .put("f1", rounded(figure.f1()));
    }
    if (figure.metric().kind() == Metric.Kind.MEANS) {
      node.put("f1OfMeans", rounded(figure.f1OfMeans()));
    }
    if (figure.metric() == Metric.SEGMENTS) {
      node.put("accuracy", rounded(figure.accuracy())).put("unwanted", rounded(figure.unwanted()));
    }
  }

  private static void file(FileScore file, ObjectNode node) {
    node.put("dataset", file.dataset())
        .put("publisher", file.publisher())
        .put("id", file.id())
        .put("file", file.file())
        .put("score", rounded(file.score()));
    ArrayNode faults = node.putArray("faults");
    file.faults().forEach(mark -> fault(mark, faults.addObject()));
  }

  private static void fault(Mark mark, ObjectNode node) {
    node.put("metric", mark.metric().label())
        .put("score", rounded(mark.score()))
        .put("missing", mark.missing())
        .put("extra", mark.extra());
  }

  /** Four digits: more would be noise, and differ between machines. */
  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
