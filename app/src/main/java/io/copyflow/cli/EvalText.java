package io.copyflow.cli;

import io.copyflow.eval.DatasetScore;
import io.copyflow.eval.Figure;
import io.copyflow.eval.FileScore;
import io.copyflow.eval.Group;
import io.copyflow.eval.Mark;
import io.copyflow.eval.Metric;
import io.copyflow.eval.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on extraction, as lines for people. */
final class EvalText {

  private static final int WEAKNESSES = 4;

  private final List<String> lines = new ArrayList<>();

  private EvalText() {}

  static List<String> of(Report report, int publishers, int worst) {
    var text = new EvalText();
    report.datasets().forEach(text::dataset);
    text.publishers(report.publishersByScore(), publishers);
    text.worst(report.worst(worst));
    return text.lines;
  }

  private void dataset(DatasetScore dataset) {
    lines.add(
        "%s: %,d files, %,d skipped, score %s"
            .formatted(
                dataset.dataset(),
                dataset.files().size(),
                dataset.skipped().size(),
                share(dataset.score())));
    var table =
        new Table(
            "METRIC",
            "N",
            "RIGHT",
            "PRECISION",
            "RECALL",
            "F1",
            "F1-OF-MEANS",
            "ACCURACY",
            "UNWANTED");
    Figure.of(dataset.files()).forEach(figure -> row(table, figure));
    lines.addAll(table.lines());
    lines.add("");
  }

  private static void row(Table table, Figure figure) {
    boolean share = figure.metric().kind() == Metric.Kind.SHARE;
    boolean means = figure.metric().kind() == Metric.Kind.MEANS;
    boolean segments = figure.metric() == Metric.SEGMENTS;
    table.row(
        figure.metric().label(),
        figure.files(),
        share(figure.right()),
        share ? "" : share(figure.precision()),
        share ? "" : share(figure.recall()),
        share ? "" : share(figure.f1()),
        means ? share(figure.f1OfMeans()) : "",
        segments ? share(figure.accuracy()) : "",
        segments ? share(figure.unwanted()) : "");
  }

  private void publishers(List<Group> all, int most) {
    if (most == 0) {
      return;
    }
    var table = new Table("DATASET", "PUBLISHER", "FILES", "SCORE", "WEAKEST IN");
    all.stream()
        .limit(most)
        .forEach(group ->
            table.row(
                group.dataset(),
                group.publisher(),
                group.files().size(),
                share(group.score()),
                weaknesses(group)));
    lines.addAll(table.lines());
    if (all.size() > most) {
      lines.add("and %,d publishers more".formatted(all.size() - most));
    }
    lines.add("");
  }

  private static String weaknesses(Group group) {
    return Figure.of(group.files()).stream()
        .filter(figure -> figure.value() < 1)
        .sorted(Comparator.comparingDouble(Figure::value))
        .limit(WEAKNESSES)
        .map(figure -> figure.metric().label() + " " + share(figure.value()))
        .collect(Collectors.joining(", "));
  }

  private void worst(List<FileScore> files) {
    for (FileScore file : files) {
      String name = file.id().equals(file.file()) ? "" : "  " + file.id();
      lines.add(
          "%s  %s  %s%s  %s"
              .formatted(share(file.score()), file.dataset(), file.publisher(), name, file.file()));
      file.faults().forEach(this::fault);
    }
  }

  private void fault(Mark mark) {
    lines.add("    %-11s %s".formatted(mark.metric().label(), share(mark.score())));
    if (!mark.missing().isEmpty()) {
      lines.add("      - " + mark.missing());
    }
    if (!mark.extra().isEmpty()) {
      lines.add("      + " + mark.extra());
    }
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
