package io.copyflow.deadletters;

import io.copyflow.avro.Cause;
import io.copyflow.avro.Reread;
import io.copyflow.deadletters.Letter.State;
import io.copyflow.reread.RereadWriter;
import io.copyflow.topics.Keys;
import io.copyflow.topics.PositionReader;
import io.copyflow.topics.Topics;
import io.copyflow.topology.Drain;
import io.copyflow.topology.Preview;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries dead letters again. What of it takes effect is on the cluster, so it can be interrupted at
 * any moment: what was asked for is done, and the next re-drive waits for that before it asks who
 * is still open. Used by one thread, but for {@link #stop}.
 */
public final class Redrive {

  /** Requests of one transaction. */
  private static final int MOST_AT_ONCE = 500;

  private final DeadLetters letters;
  private volatile boolean stopped;

  /** A re-drive of some dead letters. */
  public Redrive(DeadLetters letters) {
    this.letters = letters;
  }

  /** The dead letters that a re-drive would try: the open ones, and the parked ones if asked to. */
  public List<Letter> candidates(Filter filter, boolean parked) {
    return letters.list(filter).stream()
        .filter(letter -> letter.state() == State.OPEN || parked && letter.state() == State.PARKED)
        .toList();
  }

  /**
   * What today's rules make of dead letters, without writing anything: reason → what they would
   * become → how many. A copy counts as an article: whose copy it is turns out when it is written.
   */
  public Map<String, Map<String, Long>> preview(
      List<Letter> candidates, Preview rules, Topics topics, Map<String, Object> kafka) {
    var histogram = new TreeMap<String, Map<String, Long>>();
    try (var raws = new PositionReader(kafka, topics.raw().name())) {
      for (Letter letter : candidates) {
        var raw = raws.at(letter.raw().getPartition(), letter.raw().getOffset());
        histogram
            .computeIfAbsent(letter.reason(), reason -> new TreeMap<>())
            .merge(rules.kind(raw), 1L, Long::sum);
        if (stopped) {
          break;
        }
      }
    }
    return histogram;
  }

  /**
   * What came of a re-drive.
   *
   * @param requested how many raw records were asked to be read again
   * @param resolved how many of them are not rejected any more
   * @param open how many failed again, and may be tried again
   * @param parked how many failed again, and are left alone from now on
   * @param interrupted whether it was stopped before it had asked for all
   */
  public record Result(
      long requested, long resolved, long open, long parked, boolean interrupted) {}

  /**
   * Tries dead letters again, and waits until they have their outcomes.
   *
   * @param perSecond how many, at most; 0 for as many as can be written
   * @param progress takes how many were asked for, and of how many
   * @param trouble asked while waiting; what it returns is thrown
   * @throws io.copyflow.reread.TurnTakenException when another re-drive or promotion has begun
   */
  public Result run(
      Supplier<RereadWriter> writers,
      Drain drain,
      Supplier<List<Letter>> candidates,
      int perSecond,
      BiConsumer<Integer, Integer> progress,
      Supplier<@Nullable RuntimeException> trouble)
      throws InterruptedException {
    List<Letter> all;
    int asked = 0;
    try (RereadWriter writer = writers.get()) {
      drain.await(trouble);
      all = candidates.get();
      while (asked < all.size() && !stopped) {
        int most = perSecond == 0 ? MOST_AT_ONCE : Math.min(perSecond, MOST_AT_ONCE);
        int next = Math.min(all.size(), asked + most);
        long began = System.nanoTime();
        writer.write(all.subList(asked, next).stream().map(Redrive::request).toList());
        pause(began, next - asked, perSecond);
        asked = next;
        progress.accept(asked, all.size());
      }
    }
    drain.await(trouble);
    return result(all.subList(0, asked), asked < all.size());
  }

  /** Ends it after the requests in hand; for another thread. */
  public void stop() {
    stopped = true;
  }

  private static Reread request(Letter letter) {
    return Reread.newBuilder()
        .setRaw(letter.raw())
        .setDocument(Keys.document(letter.document()))
        .setCause(Cause.REDRIVE)
        .setAttempt(letter.attempt() + 1)
        .setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private static void pause(long began, int written, int perSecond) throws InterruptedException {
    if (perSecond > 0) {
      long due = TimeUnit.SECONDS.toNanos(written) / perSecond;
      long left = due - (System.nanoTime() - began);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
    }
  }

  private Result result(List<Letter> asked, boolean interrupted) {
    var states = new TreeMap<String, State>();
    letters.list(Filter.ALL).forEach(now -> states.put(Keys.of(now.raw()), now.state()));
    var counts = new long[State.values().length];
    for (Letter letter : asked) {
      // Deleted meanwhile, say by a rebuild: what was last known of it.
      counts[states.getOrDefault(Keys.of(letter.raw()), letter.state()).ordinal()]++;
    }
    return new Result(
        asked.size(),
        counts[State.RESOLVED.ordinal()],
        counts[State.OPEN.ordinal()],
        counts[State.PARKED.ordinal()],
        interrupted);
  }
}
