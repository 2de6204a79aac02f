package io.copyflow.silence;

import io.copyflow.silence.Rhythm.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says which sources are silent: those that miss twice as much as they do in a usual pause, for ten
 * minutes at least. A source that has sent nothing for five weeks is no longer expected.
 * Thread-safe.
 */
public final class Silence {

  /** How often more than usual a source may miss. */
  static final int PATIENCE = 2;

  /** No pause is a silence that is shorter. */
  static final Duration LEAST = Duration.ofMinutes(10);

  /** Sources that are watched; names of more are passed over. */
  static final int MOST_SOURCES = 200;

  private final Map<String, Rhythm> rhythms = new TreeMap<>();

  /** How far back arrivals are of use. */
  public static Duration memory() {
    return Rhythm.MEMORY;
  }

  /** Something of a source was ingested; may be told in any order, and twice. */
  public synchronized void saw(String source, Instant at) {
    Rhythm known = rhythms.get(source);
    if (known == null && rhythms.size() < MOST_SOURCES) {
      known = new Rhythm();
      rhythms.put(source, known);
    }
    if (known != null) {
      known.saw(at);
    }
  }

  /** All sources that have sent something in the last five weeks, by name. */
  public synchronized List<SourceState> states(Instant now) {
    return rhythms.entrySet().stream()
        .map(entry -> state(entry.getKey(), entry.getValue(), now))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SourceState> state(String source, Rhythm rhythm, Instant now) {
    return rhythm
        .last()
        .filter(last -> last.isAfter(now.minus(Rhythm.MEMORY)))
        .map(last ->
            rhythm
                .usual(now)
                .map(usual -> state(source, last, usual, now))
                .orElseGet(() -> SourceState.learning(source, last)));
  }

  private static SourceState state(String source, Instant last, Usual usual, Instant now) {
    long from = Rhythm.minute(last);
    double missed = usual.pace().expected(from, Rhythm.minute(now));
    long due = usual.pace().reaches(usual.most(), from, from + Rhythm.MEMORY.toMinutes());
    boolean silent = missed > PATIENCE * usual.most() && now.isAfter(last.plus(LEAST));
    return new SourceState(source, last, Rhythm.instant(due), missed, silent);
  }
}
