package io.copyflow.topology;

import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processor as a running application: raw records in, articles, outcomes and dead letters out,
 * exactly once. Start as many as wanted, anywhere, with the same settings; they share the work.
 *
 * <p>Thread-safe. A failure that only a restart can mend stops it: {@link #awaitStopped()} tells
 * the cause, and a supervisor starts the next one.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  /** A few thousand articles: as far as partitions run apart when an archive is read. */
  private static final long RECENT_BYTES = 48L << 20;

  private final ProcessorSettings settings;
  private final Topics topics;
  private final Supplier<KafkaStreams> applications;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable KafkaStreams application;
  private volatile @Nullable Throwable failure;

  /** A processor that is not yet started; connects to nothing. */
  public Pipeline(ProcessorSettings settings, Topics topics, Wire wire, Extractor extractor) {
    this.settings = settings;
    this.topics = topics;
    Topology topology = topology(settings, topics, wire, extractor);
    this.applications =
        () -> {
          var config =
              new StreamsConfig(StreamsProperties.of(settings, InstanceId.in(settings.stateDir())));
          return new KafkaStreams(topology, config);
        };
  }

  /** The topology in Kafka's own words, for people and for a golden file. */
  public static String describe(Topics topics) {
    var settings = ProcessorSettings.of(Map.of(), Path.of("unused"), Map.of());
    return topology(settings, topics, Wire.singleObject(), Extractor.standard())
        .describe()
        .toString();
  }

  private static Topology topology(
      ProcessorSettings settings, Topics topics, Wire wire, Extractor extractor) {
    String raw = topics.raw().name();
    var verdicts = new Verdicts(raw, extractor.version());
    var rawArticles = wire.serde(RawArticle.class).deserializer();
    var reader = new Reader(extractor, rawArticles, verdicts, settings.maxArticleBytes());
    return new ArticleTopology(topics, wire)
        .build(
            reader,
            verdicts,
            settings.dedup(),
            new RecentReadings(RECENT_BYTES),
            () -> RawLog.on(settings.kafka(), raw));
  }

  /**
   * Starts to work, and returns at once; restoring and rebalancing go on in the background. A state
   * folder that is damaged is put aside and restored from the cluster.
   *
   * @throws StateRefusedException when the cluster holds state that this version cannot go on with
   * @throws org.apache.kafka.streams.errors.StreamsException when the state folder is in use
   */
  public synchronized void start() {
    try (var state = new ClusterState(settings, topics)) {
      state.check();
    }
    try {
      launch();
    } catch (ProcessorStateException e) {
      LOG.warn("state in {} is damaged, restoring it from the cluster", settings.stateDir(), e);
      close(application);
      putAside(settings.stateDir());
      launch();
    }
  }

  /** The topics that {@link #deleteDerived} deletes; the raw topic and decisions of people stay. */
  public List<String> derivedTopics() {
    try (var state = new ClusterState(settings, topics)) {
      return Stream.concat(outputs().stream(), state.internalTopics().keySet().stream()).toList();
    }
  }

  /**
   * Deletes everything that is derived from the raw topic: outputs, state on the cluster and in
   * this folder, progress. Progress goes last: if this is interrupted before, no processor starts
   * on what is left, and it can be called again. State folders of other machines are not reached.
   *
   * @return false, and nothing is deleted, when a processor works; one that was stopped a moment
   *     ago is waited for
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean deleteDerived() throws InterruptedException {
    try (var state = new ClusterState(settings, topics)) {
      if (!state.awaitUnused()) {
        return false;
      }
      state.delete(state.internalTopics().keySet());
      state.delete(outputs());
      state.deleteOffsets();
    }
    try (KafkaStreams never = applications.get()) {
      never.cleanUp();
    }
    return true;
  }

  private List<String> outputs() {
    return Stream.of(topics.articles(), topics.outcomes(), topics.deadLetters())
        .map(TopicSpec::name)
        .toList();
  }

  private void launch() {
    KafkaStreams next = applications.get();
    application = next;
    next.setUncaughtExceptionHandler(problem -> {
      failure = problem;
      LOG.error("the processor failed", problem);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    });
    next.setStateListener((now, before) -> {
      if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
        stopped.countDown();
      }
    });
    next.start();
  }

  /**
   * Waits until every raw record that is committed now has its outcome.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   * @throws PipelineStoppedException when the processor stops before
   */
  public void awaitDrained() throws InterruptedException {
    try (var drain = new Drain(settings, topics)) {
      drain.await(() -> stopped.getCount() == 0 ? new PipelineStoppedException(failure) : null);
    }
  }

  /**
   * Waits until the processor has stopped because {@link #close} was called.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   * @throws PipelineStoppedException when it stopped because of a failure
   */
  public void awaitStopped() throws InterruptedException {
    stopped.await();
    if (failure != null) {
      throw new PipelineStoppedException(failure);
    }
  }

  /** Stops in order: what is in hand is committed. Safe to call twice. */
  @Override
  public synchronized void close() {
    close(application);
    stopped.countDown();
  }

  private static void close(@Nullable KafkaStreams application) {
    if (application != null) {
      application.close(CLOSE_TIMEOUT);
    }
  }

  private static void putAside(Path stateDir) {
    try {
      Path aside = stateDir.resolveSibling(stateDir.getFileName() + ".damaged");
      for (int i = 2; Files.exists(aside); i++) {
        aside = stateDir.resolveSibling(stateDir.getFileName() + ".damaged-" + i);
      }
      Files.move(stateDir, aside);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put the damaged state folder aside", e);
    }
  }
}
