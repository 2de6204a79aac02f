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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
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
  private final GroupMembershipOperation onClose;
  private final PipelineObserver observer;
  private final Failures failures;
  private final Restoration restoration = new Restoration();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable KafkaStreams application;
  private volatile @Nullable Throwable failure;

  /** A processor that is not yet started; connects to nothing. */
  public Pipeline(ProcessorSettings settings, Topics topics, Wire wire, Extractor extractor) {
    this(settings, topics, wire, extractor, PipelineObserver.NONE);
  }

  /** The same, with somebody who is told what it does. */
  public Pipeline(
      ProcessorSettings settings,
      Topics topics,
      Wire wire,
      Extractor extractor,
      PipelineObserver observer) {
    this(
        settings,
        topics,
        wire,
        new ArticleTopology(topics, wire, observer),
        reader(settings, topics, wire, extractor),
        () -> InstanceId.in(settings.stateDir()),
        // Whoever comes back has its partitions back, and no work moves for a restart.
        GroupMembershipOperation.REMAIN_IN_GROUP,
        observer);
  }

  /**
   * The same processor as a generation of its own: it reads what the live one reads, and keeps
   * outputs, state and progress apart. One at a time works on a generation; a second one, wherever
   * it starts, takes over from the first.
   *
   * @param live settings of the live processor
   * @param topics of the live processor
   * @param pace at which it reads raw records
   */
  public static Pipeline ofGeneration(
      String id, ProcessorSettings live, Topics topics, Wire wire, Extractor extractor, Pace pace) {
    var settings = live.ofGeneration(id);
    var own = topics.ofGeneration(id);
    return new Pipeline(
        settings,
        own,
        // What it writes is read by us alone, and leaves no trace in a registry.
        Wire.singleObject(),
        new ArticleTopology(own, wire, Wire.singleObject(), pace, PipelineObserver.NONE),
        reader(settings, own, wire, extractor),
        () -> id,
        GroupMembershipOperation.LEAVE_GROUP,
        PipelineObserver.NONE);
  }

  private Pipeline(
      ProcessorSettings settings,
      Topics topics,
      Wire outputs,
      ArticleTopology articles,
      Reader reader,
      Supplier<String> instanceId,
      GroupMembershipOperation onClose,
      PipelineObserver observer) {
    this.settings = settings;
    this.topics = topics;
    this.onClose = onClose;
    this.observer = observer;
    this.failures = new Failures(topics, reader.verdicts(), outputs, reader.limits(), observer);
    Topology topology = topology(settings, topics, articles, reader);
    this.applications =
        () -> {
          var handlers = FailureHandler.properties(failures);
          var properties =
              StreamsProperties.of(settings, instanceId.get(), reader.rules(), handlers);
          return new KafkaStreams(topology, new StreamsConfig(properties));
        };
  }

  /** The topology in Kafka's own words, for people and for a golden file. */
  public static String describe(Topics topics) {
    var settings = ProcessorSettings.of(Map.of(), Path.of("unused"), Map.of());
    var wire = Wire.singleObject();
    var reader = reader(settings, topics, wire, Extractor.standard());
    var articles = new ArticleTopology(topics, wire, PipelineObserver.NONE);
    return topology(settings, topics, articles, reader).describe().toString();
  }

  private static Reader reader(
      ProcessorSettings settings, Topics topics, Wire wire, Extractor extractor) {
    var verdicts = new Verdicts(topics.raw().name(), extractor.version());
    var rawArticles = wire.serde(RawArticle.class).deserializer();
    return new Reader(
        extractor, rawArticles, verdicts, new RecordLimits(settings.maxArticleBytes()));
  }

  /** What Kafka Streams is told; a barer topology under the same settings is held against ours. */
  public static Properties streams(ProcessorSettings settings) {
    return StreamsProperties.of(settings, InstanceId.in(settings.stateDir()), "none", Map.of());
  }

  private static Topology topology(
      ProcessorSettings settings, Topics topics, ArticleTopology articles, Reader reader) {
    String raw = topics.raw().name();
    return articles.build(
        reader,
        reader.verdicts(),
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

  /**
   * Whether raw records are there, and what is derived from them is not, or not enough to go on
   * with: an output, a changelog or all outcomes are missing.
   */
  public boolean isLost() {
    try (var state = new ClusterState(settings, topics)) {
      return state.isLost();
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
    return topics.outputs().stream().map(TopicSpec::name).toList();
  }

  private void launch() {
    KafkaStreams next = applications.get();
    application = next;
    next.setUncaughtExceptionHandler(problem -> {
      if (failures.isMended(problem, this::takes)) {
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
      failure = problem;
      LOG.error("the processor failed", problem);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    });
    next.setGlobalStateRestoreListener(restoration);
    next.setStateListener((now, before) -> {
      if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
        stopped.countDown();
      }
    });
    observer.launched(next);
    next.start();
  }

  /** Largest batch that a topic takes, in bytes. */
  private int takes(String topic) {
    try (var state = new ClusterState(settings, topics)) {
      return state.maxMessageBytes(topic);
    }
  }

  /** How this instance is now; asks nobody. */
  public Vitals vitals() {
    KafkaStreams now = application;
    return now == null
        ? new Vitals(KafkaStreams.State.CREATED, restoration.progress(), Set.of())
        : new Vitals(now.state(), restoration.progress(), assigned(now));
  }

  private static Set<TopicPartition> assigned(KafkaStreams application) {
    return application.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .collect(Collectors.toSet());
  }

  /** All processors that share this one's work; connects at once. */
  public Processors processors() {
    return new Processors(settings, topics);
  }

  /** Where this instance keeps its state. */
  public Path stateDir() {
    return settings.stateDir();
  }

  /** A reader of what waits for this processor; connects when it reads. */
  public LagReader lagReader() {
    return new LagReader(settings, topics, InstantSource.system());
  }

  /**
   * Waits until every raw record that is committed now has its outcome.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   * @throws PipelineStoppedException when the processor stops before
   */
  public void awaitDrained() throws InterruptedException {
    try (var drain = new Drain(settings.applicationId(), topics, settings.kafka())) {
      drain.await(this::trouble);
    }
  }

  /** Why nothing goes on any more; null as long as it does. */
  public @Nullable RuntimeException trouble() {
    return stopped.getCount() == 0 ? new PipelineStoppedException(failure, failures.line()) : null;
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
      throw new PipelineStoppedException(failure, failures.line());
    }
  }

  /** Stops in order: what is in hand is committed. Safe to call twice. */
  @Override
  public synchronized void close() {
    close(application);
    stopped.countDown();
  }

  private void close(@Nullable KafkaStreams application) {
    if (application != null) {
      application.close(CloseOptions.groupMembershipOperation(onClose).withTimeout(CLOSE_TIMEOUT));
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
