package io.copyflow.console;

import static io.copyflow.console.Words.number;
import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import io.copyflow.action.Job;
import io.copyflow.console.Verdict.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened and who did it, the newest first; the latest hundred. Used by one thread. */
final class Timeline {

  private static final int MOST = 100;
  private static final int MOST_REASONS = 3;
  private static final Duration GATHER = Duration.ofSeconds(60);
  private static final String PROCESSOR = "processor";
  private static final String OPERATOR = "operator";

  private final Deque<Happening> happenings = new ArrayDeque<>();
  private Verdict.@Nullable Kind kind;
  private int instances;
  private @Nullable Map<String, Long> deadLetters;
  private Instant toldAt = Instant.MIN;
  private @Nullable Job job;

  private void add(Happening happening) {
    happenings.addFirst(happening);
    if (happenings.size() > MOST) {
      happenings.removeLast();
    }
  }

  List<Happening> latest() {
    return List.copyOf(happenings);
  }

  /** Notes what is not as it was at the look before. */
  void saw(Look look, Verdict verdict) {
    if (verdict.kind() != kind) {
      kind = verdict.kind();
      String what = kind.title() + ". " + verdict.detail();
      add(new Happening(look.at().toEpochMilli(), kind.level(), PROCESSOR, what));
    }
    if (look.instances() != instances && look.instances() > 0) {
      add(look, Level.WELL, "cluster", instances(look.instances()));
      instances = look.instances();
    }
    deadLetters(look);
  }

  /** Notes what an operator has begun, and how that ended. */
  void saw(Instant at, @Nullable Job now) {
    if (now == null || now.equals(job)) {
      return;
    }
    boolean isNew = job == null || job.number() != now.number();
    if (isNew) {
      add(new Happening(now.at(), Level.BUSY, OPERATOR, "Began: " + now.command()));
    }
    if (!now.isOpen() && (isNew || requireNonNull(job).isOpen())) {
      String how = now.state().name().charAt(0) + now.state().name().substring(1).toLowerCase(ROOT);
      Level level = now.state() == Job.State.FAILED ? Level.WARNING : Level.WELL;
      add(
          new Happening(
              at.toEpochMilli(), level, OPERATOR, how + ": " + now.title() + ". " + now.doing()));
    }
    job = now;
  }

  private void add(Look look, Level level, String who, String what) {
    add(new Happening(look.at().toEpochMilli(), level, who, what));
  }

  private static String instances(int count) {
    return count == 1 ? "One instance works." : count + " instances share the work.";
  }

  /** Gathered, since one bad source can send a thousand in a second. */
  private void deadLetters(Look look) {
    Map<String, Long> now = look.counts().deadLetters();
    Map<String, Long> then = deadLetters == null ? Map.of() : deadLetters;
    if (now.equals(then) || look.at().isBefore(toldAt.plus(GATHER))) {
      return;
    }
    Map<String, Long> more =
        now.entrySet().stream()
            .filter(entry -> entry.getValue() > then.getOrDefault(entry.getKey(), 0L))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue() - then.getOrDefault(entry.getKey(), 0L)));
    add(look, Level.WARNING, PROCESSOR, deadLetters(more));
    deadLetters = now;
    toldAt = look.at();
  }

  private static String deadLetters(Map<String, Long> more) {
    long all = more.values().stream().mapToLong(Long::longValue).sum();
    String reasons =
        more.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_REASONS)
            .map(entry -> number(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return (all == 1
            ? "One record became a dead letter: "
            : number(all) + " records became dead letters: ")
        + reasons
        + (more.size() > MOST_REASONS ? " and others." : ".");
  }
}
