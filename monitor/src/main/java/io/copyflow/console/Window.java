package io.copyflow.console;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.metrics.Counts;
import io.copyflow.metrics.Delays;
import io.copyflow.topology.PipelineObserver.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was counted in the last seconds and in the last minute. Used by one thread. */
final class Window {

  /** Long enough that a rate does not flicker, short enough that it follows. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private static final Duration MINUTE = Duration.ofSeconds(60);

  private record Mark(Instant at, Counts counts) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  void saw(Instant at, Counts counts) {
    marks.addLast(new Mark(at, counts));
    while (marks.getFirst().at().isBefore(at.minus(MINUTE))) {
      marks.removeFirst();
    }
  }

  private Counts now() {
    return marks.getLast().counts();
  }

  private Counts aMinuteAgo() {
    return marks.getFirst().counts();
  }

  private Mark aMomentAgo() {
    Instant then = marks.getLast().at().minus(MOMENT);
    return marks.stream().filter(mark -> !mark.at().isBefore(then)).findFirst().orElseThrow();
  }

  private double perSecond(long now, long then) {
    var span = Duration.between(aMomentAgo().at(), marks.getLast().at());
    return span.isZero() ? 0 : (now - then) * 1000.0 / span.toMillis();
  }

  /** Raw records read, per second. */
  double in() {
    return perSecond(now().rawRecords(), aMomentAgo().counts().rawRecords());
  }

  /** First verdicts given, per second. */
  double out() {
    return perSecond(now().verdicts(), aMomentAgo().counts().verdicts());
  }

  /** First verdicts of one kind, per second. */
  double out(OutcomeKind kind) {
    return perSecond(now().outcomes(kind), aMomentAgo().counts().outcomes(kind));
  }

  /** Records that a step is done with, per second. */
  double rate(Step step) {
    return perSecond(now().step(step).records(), aMomentAgo().counts().step(step).records());
  }

  /** Mean time of a record in a step over the last minute, in milliseconds; null without any. */
  @Nullable Double millis(Step step) {
    Counts.Work now = now().step(step);
    Counts.Work then = aMinuteAgo().step(step);
    long records = now.records() - then.records();
    return records <= 0 ? null : 1000 * (now.seconds() - then.seconds()) / records;
  }

  /** From ingestion to verdict, of what came in live in the last minute. */
  Delays delays() {
    return now().live().since(aMinuteAgo().live());
  }

  /** Verdicts of the last minute that say duplicate, in percent; null when there were none. */
  @Nullable Double duplicates() {
    long verdicts = now().verdicts() - aMinuteAgo().verdicts();
    long copies =
        now().outcomes(OutcomeKind.DUPLICATE) - aMinuteAgo().outcomes(OutcomeKind.DUPLICATE);
    return verdicts <= 0 ? null : 100.0 * copies / verdicts;
  }

  /** Dead letters of the last minute. */
  long deadLetters() {
    return now().deadLettersInAll() - aMinuteAgo().deadLettersInAll();
  }

  /** Dead letters of the last minute with one reason. */
  long deadLetters(String reason) {
    return now().deadLetters().getOrDefault(reason, 0L)
        - aMinuteAgo().deadLetters().getOrDefault(reason, 0L);
  }
}
