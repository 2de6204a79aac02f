package io.copyflow.cli;

import io.copyflow.replay.diff.DiffReport;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import io.copyflow.replay.diff.FieldCount;
import io.copyflow.replay.diff.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a generation changes, as lines for people. */
final class DiffText {

  private static final int MOST_LINES = 6;
  private static final int WIDTH = 160;
  private static final String NO_PUBLISHER = "(none)";

  private final List<String> lines = new ArrayList<>();

  private DiffText() {}

  static List<String> of(DiffReport report) {
    var text = new DiffText();
    text.summary(report);
    text.flips(report.flips());
    text.fields(report);
    report.worst().forEach(text::article);
    return text.lines;
  }

  private void summary(DiffReport report) {
    String live =
        report.liveRules().entrySet().stream()
            .map(rules -> "%s (%,d)".formatted(rules.getKey(), rules.getValue()))
            .collect(Collectors.joining(", "));
    add("rules %s against live %s", report.rules(), live.isEmpty() ? "nothing" : live);
    add(
        "%,d raw records compared: %,d are read otherwise, %,d more come out otherwise",
        report.compared(), report.otherReading(), report.otherVerdict());
    add(
        "articles: %,d change, %,d appear, %,d vanish",
        report.changed(), report.appeared(), report.vanished());
    if (report.pending() > 0) {
      add("%,d raw records have no live outcome yet", report.pending());
    }
  }

  private void flips(List<Flip> flips) {
    if (flips.isEmpty()) {
      return;
    }
    lines.add("");
    var table = new Table("FROM", "TO", "RECORDS", "FOR INSTANCE");
    flips.forEach(flip ->
        table.row(flip.from(), flip.to(), flip.records(), String.join(", ", flip.samples())));
    lines.addAll(table.lines());
  }

  private void fields(DiffReport report) {
    if (report.fields().isEmpty()) {
      return;
    }
    lines.add("");
    var table = new Table("PUBLISHER", "FIELD", "CHANGED", "APPEARED", "VANISHED");
    report.fields().forEach((field, count) -> row(table, "(all)", field, count));
    report
        .byPublisher()
        .forEach((publisher, fields) ->
            fields.forEach((field, count) ->
                row(table, publisher.isEmpty() ? NO_PUBLISHER : publisher, field, count)));
    lines.addAll(table.lines());
  }

  private static void row(Table table, String publisher, String field, FieldCount count) {
    table.row(publisher, field, count.changed(), count.appeared(), count.vanished());
  }

  private void article(ArticleChange change) {
    lines.add("");
    lines.add(change.document());
    change
        .fields()
        .forEach(field -> {
          lines.add("    " + field.name());
          all("      - ", field.lost());
          all("      + ", field.gained());
        });
  }

  private void all(String sign, List<String> these) {
    these.stream().limit(MOST_LINES).forEach(line -> lines.add(sign + cut(line)));
    if (these.size() > MOST_LINES) {
      add("%sand %,d lines more", sign, these.size() - MOST_LINES);
    }
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  private static String cut(String line) {
    int end = line.offsetByCodePoints(0, Math.min(WIDTH, line.codePointCount(0, line.length())));
    return end == line.length() ? line : line.substring(0, end) + "…";
  }
}
