package io.copyflow.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.metrics.Counts;
import io.copyflow.topology.Lag;
import io.copyflow.topology.PipelineObserver.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Puts what was seen into the rows that the page shows. Pure functions. */
final class Shown {

  private static final int WORST = 10;

  private Shown() {}

  static List<Snapshot.Stage> stages(Look look, Window window) {
    Map<String, Long> waiting =
        look.lags().stream().collect(groupingBy(Lag::step, summingLong(Lag::records)));
    return List.of(Step.EXTRACT, Step.CLAIM, Step.SETTLE).stream()
        .map(step -> {
          String name = step.name().toLowerCase(Locale.ROOT);
          return new Snapshot.Stage(
              name,
              window.rate(step),
              window.millis(step),
              waiting.getOrDefault(name, 0L),
              drops(step, window));
        })
        .toList();
  }

  private static Map<String, Double> drops(Step step, Window window) {
    var drops = new LinkedHashMap<String, Double>();
    for (OutcomeKind kind : kinds(step)) {
      drops.put(kind.name(), window.out(kind));
    }
    return drops;
  }

  /** What an article's way ends with at a step, without a new revision. */
  private static List<OutcomeKind> kinds(Step step) {
    return switch (step) {
      case EXTRACT -> List.of(OutcomeKind.EMPTY, OutcomeKind.REJECTED);
      case SETTLE -> List.of(OutcomeKind.DUPLICATE, OutcomeKind.UNCHANGED);
      case CLAIM, WITHDRAW -> List.of();
    };
  }

  static List<Snapshot.Partition> partitions(Look look) {
    var byNumber = new TreeMap<Integer, List<Lag>>();
    byNumber.putAll(
        look.lags().stream()
            .filter(lag -> !lag.step().equals("withdraw"))
            .collect(groupingBy(lag -> lag.partition().partition())));
    Set<TopicPartition> here = look.vitals().assigned();
    return byNumber.entrySet().stream()
        .map(entry -> partition(entry.getKey(), entry.getValue(), here))
        .toList();
  }

  private static Snapshot.Partition partition(
      int number, List<Lag> lags, Set<TopicPartition> assigned) {
    return new Snapshot.Partition(
        number,
        lags.stream().collect(toMap(Lag::step, Lag::records, Long::sum)),
        lags.stream().mapToLong(Lag::age).max().orElse(0) / 1000.0,
        lags.stream().anyMatch(lag -> assigned.contains(lag.partition())));
  }

  static Snapshot.Restore restore(Look look) {
    var restore = look.vitals().restore();
    return new Snapshot.Restore(restore.stores(), restore.restored(), restore.total());
  }

  static List<Snapshot.Reason> deadLetters(Counts counts, Window window) {
    return counts.deadLetters().entrySet().stream()
        .map(entry ->
            new Snapshot.Reason(
                entry.getKey(), entry.getValue(), window.deadLetters(entry.getKey())))
        .sorted(
            Comparator.comparingLong(Snapshot.Reason::count)
                .reversed()
                .thenComparing(Snapshot.Reason::reason))
        .toList();
  }

  static List<Snapshot.Publisher> publishers(Counts counts) {
    return counts.publishers().entrySet().stream()
        .filter(entry -> entry.getValue().articles() > 0)
        .map(entry -> publisher(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(Snapshot.Publisher::worst)
                .reversed()
                .thenComparing(Snapshot.Publisher::name))
        .limit(WORST)
        .toList();
  }

  private static Snapshot.Publisher publisher(String name, Counts.Quality quality) {
    var missing = new TreeMap<String, Long>();
    quality.missing().forEach((field, count) -> missing.put(field.name(), count));
    long most = missing.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return new Snapshot.Publisher(
        name, quality.articles(), missing, (double) most / quality.articles());
  }

  static Snapshot.Judgement judgement(Verdict verdict) {
    return new Snapshot.Judgement(
        verdict.kind().name(),
        verdict.level(),
        verdict.kind().title(),
        verdict.detail(),
        verdict.doneAt());
  }
}
