package io.copyflow.console;

import static io.copyflow.console.Words.duration;
import static io.copyflow.console.Words.number;
import static java.util.Objects.requireNonNull;

import io.copyflow.console.Verdict.Kind;
import io.copyflow.topology.RestoreProgress;
import java.time.Duration;

/** Judges how a processor is, from looks at it and what they changed by. A pure function. */
final class Judge {

  /** A record that has waited for longer than this is behind: commits come every tenth second. */
  static final Duration BEHIND = Duration.ofSeconds(30);

  /** Shorter ones are a slow record or a garbage collection. */
  static final Duration STUCK = Duration.ofSeconds(60);

  private Judge() {}

  static Verdict of(Look now, Trend trend) {
    return switch (now.vitals().state()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING ->
          Verdict.of(Kind.STOPPED, "The processor does not work; its log says why.");
      case PENDING_SHUTDOWN -> Verdict.of(Kind.STOPPING, "What is in hand is being committed.");
      case CREATED -> Verdict.of(Kind.STARTING, "The processor has not begun yet.");
      case REBALANCING -> now.awaySince() == null ? begins(now, trend) : away(now);
      case RUNNING -> now.awaySince() == null ? works(now, trend) : away(now);
    };
  }

  private static Verdict away(Look now) {
    Duration since = Duration.between(requireNonNull(now.awaySince()), now.at());
    return Verdict.of(
        Kind.CLUSTER_GONE,
        "Kafka has not answered for %s. What is shown is from before; work goes on by itself when it is back."
            .formatted(duration(since)));
  }

  private static Verdict begins(Look now, Trend trend) {
    RestoreProgress restore = now.vitals().restore();
    if (restore.total() == 0) {
      return Verdict.of(Kind.REBALANCING, "The instances agree on who reads which partition.");
    }
    return new Verdict(
        Kind.RESTORING,
        "%s of %s records of state are read back; work goes on after that."
            .formatted(number(restore.restored()), number(restore.total())),
        trend.restored(now));
  }

  private static Verdict works(Look now, Trend trend) {
    long waiting = now.waiting();
    if (now.stalled().compareTo(STUCK) >= 0) {
      return Verdict.of(
          Kind.NO_PROGRESS,
          "Nothing was committed for %s although %s records wait."
              .formatted(duration(now.stalled()), number(waiting)));
    }
    Duration oldest = Duration.ofMillis(now.oldestMillis());
    if (oldest.compareTo(BEHIND) < 0) {
      return Verdict.of(Kind.HEALTHY, healthy(waiting));
    }
    String behind =
        "%s behind: %s records wait".formatted(duration(oldest), number(waiting))
            + trend.pace().map(pace -> ", " + pace + ".").orElse(".");
    Long doneAt = trend.drained(now);
    return trend.isFalling() || doneAt != null
        ? new Verdict(Kind.CATCHING_UP, behind, doneAt)
        : Verdict.of(Kind.FALLING_BEHIND, behind);
  }

  private static String healthy(long waiting) {
    return waiting == 0
        ? "Every record has its verdict; nothing waits."
        : "%s records are on their way.".formatted(number(waiting));
  }
}
