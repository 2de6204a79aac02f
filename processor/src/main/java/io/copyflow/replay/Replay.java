package io.copyflow.replay;

import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.ledger.sort.TempSpaceException;
import io.copyflow.replay.diff.Comparison;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.replay.diff.Scope;
import io.copyflow.replay.diff.Sides;
import io.copyflow.topics.TopicAdmin;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topology.Pace;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineStoppedException;
import io.copyflow.topology.Processors;
import io.copyflow.topology.RawProgress;
import io.copyflow.topology.StateRefusedException;
import io.copyflow.wire.Wire;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays of the raw topic under rules of one's own, as generations beside the live pipeline. Used
 * by one thread, but for {@link #stop}.
 *
 * <p>A generation is the live topology with an application, a state and outputs of its own. The
 * live pipeline's progress, state and outputs are not touched before a promotion. Whatever is
 * interrupted, by {@code kill -9} too, is gone on with by the next call for the same rules and the
 * same filter, on this machine or another.
 */
public final class Replay {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("'g'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final Set<GenerationState> UNFINISHED =
      Set.of(GenerationState.RUNNING, GenerationState.READY, GenerationState.PROMOTING);

  private final Site site;
  private final Generations generations;
  private volatile boolean stopped;
  private volatile @Nullable Pipeline running;

  /** Replays at a site; connects to nothing yet. */
  public Replay(Site site) {
    this.site = site;
    this.generations = site.generations();
  }

  /**
   * Reads the raw topic up to its present end.
   *
   * @param filter what will be compared and promoted; all is read, since what is a copy depends on
   *     all
   * @return the generation, ready to be compared
   * @throws CancellationException after {@link #stop}; the next call goes on
   * @throws ReplayException when another process goes on with the generation
   */
  public Generation run(ReplayFilter filter, Pace pace, Watcher watcher)
      throws InterruptedException {
    Optional<Generation> unfinished = unfinished(filter);
    Generation generation = unfinished.orElseGet(() -> begin(filter));
    read(generation, pace, watcher, unfinished.isPresent());
    return generation;
  }

  /**
   * Holds a generation against the live outputs. What the live pipeline has in hand is waited for,
   * where one runs.
   *
   * @param mostWorst how many of the articles that change most are shown
   * @throws CancellationException after {@link #stop}
   * @throws TempSpaceException when temporary files cannot be kept
   */
  public DiffReport diff(Generation generation, int mostWorst) throws InterruptedException {
    awaitLive();
    try (var comparison = comparison(generation)) {
      DiffReport report = comparison.report(generation.getRules(), mostWorst);
      generation.setCompared(report.compared());
      generation.setDiffering(report.differing());
      put(generation, generation.getState());
      return report;
    }
  }

  /** What is in hand would look like a difference. Where nobody works, nothing is in hand. */
  private void awaitLive() throws InterruptedException {
    try (var processors = new Processors(site.live(), site.topics())) {
      if (!processors.rules().isEmpty()) {
        processors.awaitSettled();
      }
    } catch (PipelineStoppedException e) {
      LOG.info("no processor runs, so what it had in hand is compared as it is");
    }
  }

  Comparison comparison(Generation generation) {
    var sides =
        new Sides(
            site.live().kafka(),
            site.topics(),
            site.wire(),
            site.topics().ofGeneration(generation.getId()),
            Wire.singleObject());
    var scope = new Scope(generation.getFilter(), generation.getEnds());
    return new Comparison(sides, scope, site.space(), () -> stopped);
  }

  /**
   * Deletes all that a generation keeps: topics, progress, the state folder of this machine. The
   * next {@link #run} begins a new one.
   *
   * @throws ReplayException when a process works on it
   */
  public void discard(Generation generation) throws InterruptedException {
    GenerationState before = generation.getState();
    put(generation, GenerationState.DISCARDED);
    if (!delete(generation)) {
      put(generation, before);
      throw new ReplayException(
          "a process reads for generation %s; end it, then discard the generation"
              .formatted(generation.getId()));
    }
    generations.forget(generation.getId());
  }

  /** Deletes what a generation keeps; false, and nothing is deleted, when somebody works on it. */
  boolean delete(Generation generation) throws InterruptedException {
    try (var pipeline = site.generation(generation.getId(), Pace.FULL)) {
      if (!pipeline.deleteDerived()) {
        return false;
      }
    }
    StateFolders.delete(site.live().ofGeneration(generation.getId()).stateDir());
    return true;
  }

  /** Ends what runs, with a {@link CancellationException}; for another thread. */
  public void stop() {
    stopped = true;
    Pipeline open = running;
    if (open != null) {
      open.close();
    }
  }

  /** The one that an earlier call left, for the same rules and the same filter. */
  private Optional<Generation> unfinished(ReplayFilter filter) {
    return generations.list().stream()
        .filter(generation -> UNFINISHED.contains(generation.getState()))
        .filter(generation -> generation.getRules().equals(site.extractor().version()))
        .filter(generation -> generation.getFilter().equals(filter))
        .max(Comparator.comparing(Generation::getCreatedAt));
  }

  private Generation begin(ReplayFilter filter) {
    Instant now = now();
    return Generation.newBuilder()
        .setId(freeId(now))
        .setState(GenerationState.RUNNING)
        .setRules(site.extractor().version())
        .setFilter(filter)
        .setCreatedAt(now)
        .setUpdatedAt(now)
        .build();
  }

  /** Whoever creates the topics has the name: two that begin in one second must not share it. */
  private String freeId(Instant now) {
    for (Instant at = now; ; at = at.plusSeconds(1)) {
      String id = ID.format(at);
      if (createTopics(id).size() == outputs(id).size()) {
        return id;
      }
    }
  }

  private List<TopicSpec> outputs(String id) {
    return site.topics().ofGeneration(id).outputs();
  }

  private List<String> createTopics(String id) {
    try (var admin = TopicAdmin.connect(site.topics().ofGeneration(id), site.live().kafka())) {
      return admin.create();
    }
  }

  private void read(Generation generation, Pace pace, Watcher watcher, boolean again)
      throws InterruptedException {
    String application = site.live().ofGeneration(generation.getId()).applicationId();
    try (var progress = new RawProgress(site.live().kafka(), site.topics());
        var pipeline = site.generation(generation.getId(), pace)) {
      List<Long> beginnings = progress.beginnings();
      generation.setEnds(progress.ends());
      generation.setTotal(RawProgress.between(beginnings, generation.getEnds()));
      put(generation, resumed(generation));
      // Nothing of it is missing after an end in the middle of its deletion.
      var created = createTopics(generation.getId());
      watcher.reads(generation, again && created.isEmpty());
      running = pipeline;
      endIfStopped();
      start(pipeline, generation);
      try (var ticker =
          Ticker.start(() -> tell(generation, watcher, beginnings, progress.read(application)))) {
        await(pipeline, generation);
      }
      tell(generation, watcher, beginnings, generation.getEnds());
    } finally {
      running = null;
    }
    endIfStopped();
    if (generation.getState() == GenerationState.RUNNING) {
      put(generation, GenerationState.READY);
    }
  }

  private static void start(Pipeline pipeline, Generation generation) {
    try {
      pipeline.start();
    } catch (StateRefusedException e) {
      throw new ReplayException(
          "generation %s cannot be gone on with: %s; delete it and begin another: copyflow replay discard %s"
              .formatted(generation.getId(), e.what(), generation.getId()),
          e);
    }
  }

  /** One that is being promoted stays so until it is. */
  private static GenerationState resumed(Generation generation) {
    return generation.getState() == GenerationState.PROMOTING
        ? GenerationState.PROMOTING
        : GenerationState.RUNNING;
  }

  private void await(Pipeline pipeline, Generation generation) throws InterruptedException {
    try {
      pipeline.awaitDrained();
    } catch (PipelineStoppedException e) {
      endIfStopped();
      throw isFenced(e)
          ? new ReplayException(
              "another process goes on with generation %s; copyflow replay list tells how far it is"
                  .formatted(generation.getId()),
              e)
          : e;
    }
  }

  private static boolean isFenced(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FencedInstanceIdException) {
        return true;
      }
    }
    return false;
  }

  private void tell(
      Generation generation, Watcher watcher, List<Long> beginnings, List<Long> read) {
    List<Long> upTo = RawProgress.earlier(read, generation.getEnds());
    generation.setDone(RawProgress.between(beginnings, upTo));
    watcher.hasRead(generation.getDone(), generation.getTotal());
    put(generation, generation.getState());
  }

  void put(Generation generation, GenerationState state) {
    generation.setState(state);
    generation.setUpdatedAt(now());
    generations.put(generation);
  }

  /** By the site's clock, as precise as records are. */
  Instant now() {
    return site.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  void endIfStopped() {
    if (stopped) {
      throw new CancellationException("interrupted");
    }
  }
}
