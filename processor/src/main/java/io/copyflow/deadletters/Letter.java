package io.copyflow.deadletters;

import io.copyflow.avro.RawPosition;
import java.time.Instant;

/**
 * A raw record that is, or was, in dead letters.
 *
 * @param raw where it lies
 * @param document key of the document, {@code SOURCE/PATH}
 * @param ingestedAt timestamp of the raw record
 * @param reason of its latest dead letter
 * @param stage where it failed then
 * @param detail the cause in one line; holds no control characters
 * @param attempt which of its readings failed last, from 1
 * @param failures how many of its readings failed in a row, the last one included
 * @param rules version of the rules that refused it last
 * @param state what has become of it
 */
public record Letter(
    RawPosition raw,
    String document,
    Instant ingestedAt,
    String reason,
    String stage,
    String detail,
    int attempt,
    int failures,
    String rules,
    State state) {

  /** Failures in a row after which a record is left alone until somebody insists. */
  public static final int MOST_FAILURES = 3;

  /** What has become of a dead letter. */
  public enum State {
    /** Its raw record is still rejected, and may be tried again. */
    OPEN,
    /** It failed three times in a row, or more: it is tried again only where somebody insists. */
    PARKED,
    /** Its raw record was read again since, and is not rejected any more. */
    RESOLVED
  }

  Letter with(State now) {
    return new Letter(
        raw, document, ingestedAt, reason, stage, detail, attempt, failures, rules, now);
  }
}
