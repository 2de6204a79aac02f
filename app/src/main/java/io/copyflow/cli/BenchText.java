package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.bench.BenchResult;
import io.copyflow.bench.Comparison;
import io.copyflow.bench.Figure;
import io.copyflow.bench.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results of benchmarks, for people. */
final class BenchText {

  private static final double LARGE = 1_000;
  private static final double MIDDLE = 10;
  private static final long GIBI = 1 << 30;

  private BenchText() {}

  static List<String> of(BenchResult result) {
    var table = new Table("FIGURE", "MEDIAN", "LEAST", "MOST", "UNIT");
    for (Figure figure : result.figures()) {
      table.row(
          figure.name(),
          number(figure.median()),
          number(figure.least()),
          number(figure.most()),
          figure.unit());
    }
    var lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(where(result));
    return lines;
  }

  static List<String> of(Comparison comparison) {
    var table = new Table("FIGURE", "BEFORE", "NOW", "FACTOR", "CHANCE", "VERDICT", "UNIT");
    for (var change : comparison.changes()) {
      table.row(
          change.figure().name(),
          number(change.before()),
          number(change.figure().median()),
          "%.2f".formatted(change.factor()),
          "%.3f".formatted(change.probability()),
          change.verdict().name().toLowerCase(Locale.ROOT),
          change.figure().unit());
    }
    return table.lines();
  }

  static ObjectNode json(BenchResult result, Comparison comparison) {
    ObjectNode json = result.json();
    json.put("regression", comparison.isRegression());
    var changes = json.putObject("against");
    for (var change : comparison.changes()) {
      changes
          .putObject(change.figure().name())
          .put("before", change.before())
          .put("factor", change.factor())
          .put("chance", change.probability())
          .put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
    }
    return json;
  }

  private static List<String> where(BenchResult result) {
    Machine machine = result.machine();
    var corpus = result.corpus();
    return List.of(
        "Copyflow %s, %s".formatted(result.version(), result.taken()),
        "%d articles, %d bytes each (%s)"
            .formatted(
                corpus.articles(), corpus.bytes() / Math.max(1, corpus.articles()), corpus.name()),
        "%s, %d cores, %d GiB, %s"
            .formatted(
                machine.processor(),
                machine.cores(),
                machine.memoryBytes() / GIBI,
                machine.system()),
        "Java %s %s, Kafka %s"
            .formatted(machine.java(), String.join(" ", machine.options()), machine.kafka()),
        "load %.1f before, %.1f after; above %d cores, others were at work"
            .formatted(machine.loadBefore(), machine.loadAfter(), machine.cores()));
  }

  private static String number(double value) {
    return (value >= LARGE ? "%,.0f" : value >= MIDDLE ? "%.1f" : "%.2f").formatted(value);
  }
}
