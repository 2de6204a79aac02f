package io.copyflow.console;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.metrics.Counts;
import io.copyflow.metrics.Delays;
import io.copyflow.topology.Lag;
import io.copyflow.topology.RestoreProgress;
import io.copyflow.topology.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Looks at processors that are in the state that a test wants. */
record Looks(
    long second,
    KafkaStreams.State state,
    RestoreProgress restore,
    List<Lag> lags,
    Duration stalled,
    @Nullable Instant awaySince,
    int instances,
    Counts counts) {

  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final TopicPartition RAW_0 = new TopicPartition("copyflow.articles.raw", 0);

  static Looks running() {
    return new Looks(
        0,
        KafkaStreams.State.RUNNING,
        new RestoreProgress(0, 0, 0),
        List.of(),
        Duration.ZERO,
        null,
        1,
        counts(0, 0, Map.of()));
  }

  static Counts counts(long raw, long duplicates, Map<String, Long> deadLetters) {
    long rejected = deadLetters.values().stream().mapToLong(Long::longValue).sum();
    Map<OutcomeKind, Long> outcomes =
        Map.of(
            OutcomeKind.NEW,
            raw - duplicates - rejected,
            OutcomeKind.DUPLICATE,
            duplicates,
            OutcomeKind.REJECTED,
            rejected);
    return new Counts(raw, outcomes, 0, deadLetters, Map.of(), Map.of(), Delays.NONE, 0);
  }

  Looks at(long seconds) {
    return new Looks(seconds, state, restore, lags, stalled, awaySince, instances, counts);
  }

  Looks in(KafkaStreams.State other) {
    return new Looks(second, other, restore, lags, stalled, awaySince, instances, counts);
  }

  Looks restoring(int stores, long restored, long total) {
    var progress = new RestoreProgress(stores, restored, total);
    return new Looks(second, state, progress, lags, stalled, awaySince, instances, counts);
  }

  Looks waiting(long records, Duration oldest) {
    var lag = new Lag("extract", RAW_0, 0, records, oldest.toMillis());
    return new Looks(second, state, restore, List.of(lag), stalled, awaySince, instances, counts);
  }

  Looks stalledFor(Duration time) {
    return new Looks(second, state, restore, lags, time, awaySince, instances, counts);
  }

  Looks clusterAwaySince(Instant when) {
    return new Looks(second, state, restore, lags, stalled, when, instances, counts);
  }

  Looks instances(int count) {
    return new Looks(second, state, restore, lags, stalled, awaySince, count, counts);
  }

  Looks counting(Counts other) {
    return new Looks(second, state, restore, lags, stalled, awaySince, instances, other);
  }

  Look look() {
    var vitals = new Vitals(state, restore, Set.of(RAW_0));
    return new Look(START.plusSeconds(second), counts, vitals, lags, stalled, awaySince, instances);
  }
}
