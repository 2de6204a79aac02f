package io.copyflow.metrics;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.topology.Gaps;
import io.copyflow.topology.PipelineObserver.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads a registry back. */
final class Counting {

  private static final String DROPPED = "kafka.stream.task.dropped.records.total";

  private final MeterRegistry registry;

  Counting(MeterRegistry registry) {
    this.registry = registry;
  }

  Counts now() {
    return new Counts(
        sum(Own.RAW_RECORDS),
        outcomes(),
        sum(Own.CORRECTIONS),
        deadLetters(),
        steps(),
        publishers(),
        live(),
        dropped());
  }

  private Collection<Counter> counters(Own metric) {
    return registry.find(metric.meter()).counters();
  }

  private long sum(Own metric) {
    return counters(metric).stream().mapToLong(counter -> (long) counter.count()).sum();
  }

  private Map<String, Long> by(Own metric, String label) {
    return counters(metric).stream()
        .collect(
            groupingBy(
                counter -> label(counter, label), summingLong(counter -> (long) counter.count())));
  }

  private Map<String, Long> deadLetters() {
    var counted = new HashMap<>(by(Own.DEAD_LETTERS, "reason"));
    counted.values().removeIf(count -> count == 0);
    return counted;
  }

  private static String label(Counter counter, String label) {
    return requireNonNullElse(counter.getId().getTag(label), "");
  }

  private Map<OutcomeKind, Long> outcomes() {
    return by(Own.OUTCOMES, "kind").entrySet().stream()
        .collect(toMap(entry -> OutcomeKind.valueOf(entry.getKey()), Map.Entry::getValue));
  }

  private Map<Step, Counts.Work> steps() {
    return registry.find(Own.STAGE.meter()).timers().stream()
        .collect(
            toMap(
                Counting::step,
                timer -> new Counts.Work(timer.count(), timer.totalTime(TimeUnit.SECONDS))));
  }

  private static Step step(Timer timer) {
    String name = requireNonNullElse(timer.getId().getTag("stage"), "");
    return Step.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private Map<String, Counts.Quality> publishers() {
    var missing = new HashMap<String, Map<Gaps.Field, Long>>();
    for (Counter counter : counters(Own.FIELDS_MISSING)) {
      missing
          .computeIfAbsent(label(counter, "publisher"), name -> new HashMap<>())
          .put(Gaps.Field.valueOf(label(counter, "field")), (long) counter.count());
    }
    return by(Own.ARTICLES_READ, "publisher").entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry ->
                    new Counts.Quality(
                        entry.getValue(), missing.getOrDefault(entry.getKey(), Map.of()))));
  }

  private Delays live() {
    Timer timer = registry.find(Own.END_TO_END.meter()).tag("mode", "live").timer();
    if (timer == null) {
      return Delays.NONE;
    }
    var taken = timer.takeSnapshot();
    CountAtBucket[] classes =
        Stream.of(taken.histogramCounts())
            .filter(one -> Double.isFinite(one.bucket()) && one.bucket() < Long.MAX_VALUE)
            .toArray(CountAtBucket[]::new);
    return new Delays(
        Stream.of(classes).mapToDouble(one -> one.bucket(TimeUnit.SECONDS)).toArray(),
        Stream.of(classes).mapToDouble(CountAtBucket::count).toArray(),
        taken.count());
  }

  private long dropped() {
    return registry.find(DROPPED).functionCounters().stream()
        .mapToLong(counter -> (long) safe(counter))
        .sum();
  }

  private static double safe(FunctionCounter counter) {
    double count = counter.count();
    return Double.isNaN(count) ? 0 : count;
  }
}
