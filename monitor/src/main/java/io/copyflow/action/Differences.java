package io.copyflow.action;

import io.copyflow.action.Action.Progress;
import io.copyflow.avro.Generation;
import io.copyflow.replay.Replay;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.replay.diff.FieldCount;
import io.copyflow.replay.diff.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a generation would change, as tables. */
final class Differences {

  /** Articles that are shown side by side. */
  private static final int MOST_WORST = 10;

  private static final int MOST_ROWS = 60;
  private static final int MOST_LINES = 3;
  private static final int WIDTH = 200;

  private Differences() {}

  /** Compares a generation that has read all with the live outputs. */
  static Result of(Replay replay, Generation generation, Progress progress)
      throws InterruptedException {
    progress.at("compares with the live outputs", 0, 0);
    return of(replay.diff(generation, MOST_WORST));
  }

  private static Result of(DiffReport report) {
    String summary =
        String.format(
            Locale.ROOT,
            "%,d raw records compared: %,d are read otherwise, %,d more come out otherwise. Articles: %,d change, %,d appear, %,d vanish.",
            report.compared(),
            report.otherReading(),
            report.otherVerdict(),
            report.changed(),
            report.appeared(),
            report.vanished());
    var tables = new ArrayList<Result.Table>();
    add(tables, flips(report.flips()));
    add(tables, fields(report));
    add(tables, worst(report.worst()));
    return Result.of(summary, tables);
  }

  private static void add(List<Result.Table> tables, Result.Table table) {
    if (!table.rows().isEmpty()) {
      tables.add(table);
    }
  }

  private static Result.Table flips(List<Flip> flips) {
    List<List<String>> rows =
        flips.stream()
            .limit(MOST_ROWS)
            .map(flip ->
                List.of(
                    flip.from(),
                    flip.to(),
                    String.join(", ", flip.samples()),
                    number(flip.records())))
            .toList();
    return new Result.Table(
        "Outcomes that would flip", List.of("From", "to", "for instance", "records"), rows, 1);
  }

  private static Result.Table fields(DiffReport report) {
    var rows = new ArrayList<List<String>>();
    rows(rows, "all", report.fields());
    report
        .byPublisher()
        .forEach(
            (publisher, fields) -> rows(rows, publisher.isEmpty() ? "none" : publisher, fields));
    return new Result.Table(
        "Fields, by publisher",
        List.of("Publisher", "field", "changed", "appeared", "vanished"),
        rows.stream().limit(MOST_ROWS).toList(),
        3);
  }

  private static void rows(
      List<List<String>> rows, String publisher, Map<String, FieldCount> fields) {
    fields.forEach((field, count) ->
        rows.add(
            List.of(
                publisher,
                field,
                number(count.changed()),
                number(count.appeared()),
                number(count.vanished()))));
  }

  private static Result.Table worst(List<DiffReport.ArticleChange> articles) {
    var rows = new ArrayList<List<String>>();
    articles.forEach(article ->
        article
            .fields()
            .forEach(field ->
                rows.add(
                    List.of(
                        article.document(),
                        field.name(),
                        lines(field.lost()),
                        lines(field.gained())))));
    return new Result.Table(
        "Articles that change most", List.of("Document", "field", "loses", "gains"), rows, 0);
  }

  private static String lines(List<String> lines) {
    String first =
        String.join("\n", lines.stream().limit(MOST_LINES).map(Differences::cut).toList());
    int more = lines.size() - MOST_LINES;
    return more > 0 ? first + "\nand " + more + " lines more" : first;
  }

  private static String cut(String line) {
    int most = Math.min(WIDTH, line.codePointCount(0, line.length()));
    int end = line.offsetByCodePoints(0, most);
    return end == line.length() ? line : line.substring(0, end) + "…";
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
