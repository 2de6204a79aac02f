package io.copyflow.replay;

import io.copyflow.avro.Cause;
import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.avro.Reread;
import io.copyflow.replay.diff.Comparison;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.replay.diff.Request;
import io.copyflow.reread.RereadWriter;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Pace;
import io.copyflow.topology.PipelineStoppedException;
import io.copyflow.topology.Processors;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Brings the live pipeline to what a generation came to. It is asked to read again what the rules
 * read otherwise; what follows for others it finds out itself. Then the two are held against each
 * other again, until nothing differs.
 *
 * <p>It can be killed at any moment and begun again: what was asked for is waited for first, and
 * what differs after that is what is still to be asked for. A request that is written twice takes
 * effect once. Used by one thread.
 */
public final class Promotion {

  /** Requests in one transaction. */
  private static final int BATCH = 100;

  /** Rules that the live pipeline really runs come to the same at the first time of asking. */
  private static final int MOST_ROUNDS = 3;

  private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_MS = 200;

  private final Site site;
  private final Replay replay;
  private final Watcher watcher;

  /** A promotion of what a replay has read. */
  public Promotion(Site site, Replay replay, Watcher watcher) {
    this.site = site;
    this.replay = replay;
    this.watcher = watcher;
  }

  /**
   * How a promotion ended.
   *
   * @param requested how many raw records the live pipeline was asked to read again, this time
   * @param left raw records of the filter that still come out otherwise, because others do that are
   *     not in it, or that came in meanwhile
   */
  public record Promoted(long requested, long left) {}

  /**
   * Reads the raw topic once the live processors are seen to run these rules. What comes in after
   * that is read by them, so a generation that has then read up to the end covers the rest. A
   * processor that was started or stopped a moment ago is waited for.
   *
   * @return a generation to {@link #run}
   * @throws ReplayException when no processor runs, or one by other rules
   * @throws java.util.concurrent.CancellationException after {@link Replay#stop}
   */
  public Generation read(ReplayFilter filter, Pace pace) throws InterruptedException {
    try (var processors = new Processors(site.live(), site.topics())) {
      requireSameRules(processors);
    }
    return replay.run(filter, pace, watcher);
  }

  private void requireSameRules(Processors processors) throws InterruptedException {
    var wanted = Set.of(site.extractor().version());
    long began = System.nanoTime();
    Set<String> live = processors.rules();
    while (!live.equals(wanted) && System.nanoTime() - began < patience(live)) {
      replay.endIfStopped();
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      live = processors.rules();
    }
    if (live.isEmpty()) {
      throw new ReplayException(
          "no processor runs as %s; start one by these rules (copyflow process, with the same --profiles), then promote"
              .formatted(site.live().applicationId()));
    } else if (!live.equals(wanted)) {
      throw new ReplayException(
          "the live processors run by rules %s, and these are %s; start all of them again by these rules (the same build, the same --profiles), then promote"
              .formatted(String.join(" and ", live), site.extractor().version()));
    }
  }

  /** One that has ended is a member of its group until its session is over. */
  private long patience(Set<String> live) {
    return live.isEmpty()
        ? STARTING_NANOS
        : TimeUnit.MILLISECONDS.toNanos(site.live().sessionTimeoutMs());
  }

  /**
   * Promotes, and deletes what the generation kept.
   *
   * @param generation that {@link #read} gave
   * @throws java.util.concurrent.CancellationException after {@link Replay#stop}
   * @throws ReplayException when the live pipeline does not come to the same
   */
  public Promoted run(Generation generation) throws InterruptedException {
    try (var processors = new Processors(site.live(), site.topics())) {
      replay.put(generation, GenerationState.PROMOTING);
      long before = generation.getRequested();
      long left = rounds(generation, processors);
      long requested = generation.getRequested() - before;
      if (!replay.delete(generation)) {
        throw new ReplayException(
            "a process reads for generation %s, which is live now; end it, then promote once more"
                .formatted(generation.getId()));
      }
      replay.put(generation, GenerationState.PROMOTED);
      return new Promoted(requested, left);
    }
  }

  private long rounds(Generation generation, Processors processors) throws InterruptedException {
    boolean askedForVerdicts = false;
    for (int round = 0; ; round++) {
      requireSameRules(processors);
      settle(processors);
      try (Comparison comparison = replay.comparison(generation)) {
        DiffReport report = comparison.report(generation.getRules(), 0);
        if (report.otherReading() > 0) {
          requireProgress(round, report, generation);
          ask(generation, comparison.otherReadings(), report.otherReading());
        } else if (report.otherVerdict() > 0 && !askedForVerdicts) {
          // A date that only decides what kind of copy another is stands in no output.
          ask(generation, comparison.otherVerdicts(), report.otherVerdict());
          askedForVerdicts = true;
        } else {
          return report.otherVerdict();
        }
      }
    }
  }

  private static void requireProgress(int round, DiffReport report, Generation generation) {
    if (round >= MOST_ROUNDS) {
      throw new ReplayException(
          "%,d raw records were read again and still differ from generation %s; copyflow replay diff %s shows how, copyflow ledger --verify whether the live outputs are sound"
              .formatted(report.otherReading(), generation.getId(), generation.getId()));
    }
  }

  private static void settle(Processors processors) throws InterruptedException {
    try {
      processors.awaitSettled();
    } catch (PipelineStoppedException e) {
      throw new ReplayException(
          "no processor runs any more; start one by the same rules, then promote once more", e);
    }
  }

  private void ask(Generation generation, Iterator<Request> requests, long count) {
    watcher.requests(count);
    try (var writer = new RereadWriter(site.topics(), site.wire(), site.live().kafka())) {
      List<Reread> batch = new ArrayList<>();
      while (requests.hasNext()) {
        batch.add(reread(requests.next(), generation));
        if (batch.size() == BATCH || !requests.hasNext()) {
          replay.endIfStopped();
          writer.write(batch);
          generation.setRequested(generation.getRequested() + batch.size());
          watcher.requested(batch.size());
          batch.clear();
        }
      }
    }
    replay.put(generation, GenerationState.PROMOTING);
  }

  private Reread reread(Request request, Generation generation) {
    Request.Previous previous = request.previous();
    int partition = request.raw().partition();
    return Reread.newBuilder()
        .setRaw(new RawPosition(site.topics().raw().name(), partition, request.raw().offset()))
        .setDocument(Keys.document(request.document()))
        .setAttempt(request.attempt())
        .setPrevious(
            previous == null ? null : new PreviousReading(previous.articleId(), previous.content()))
        .setCause(Cause.REPROCESS)
        .setGeneration(generation.getId())
        .setRequestedAt(replay.now())
        .build();
  }
}
