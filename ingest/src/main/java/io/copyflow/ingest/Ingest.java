package io.copyflow.ingest;

import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.failure.SourceTakenException;
import io.copyflow.ingest.lifecycle.Lifecycle;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.ingest.send.Delivery;
import io.copyflow.ingest.send.Destination;
import io.copyflow.ingest.send.KafkaClients;
import io.copyflow.ingest.send.Patience;
import io.copyflow.ingest.send.SendClock;
import io.copyflow.ingest.watch.FolderEvents;
import io.copyflow.topics.ClusterUnreachableException;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends article files to the raw topic, verbatim, each version of a document exactly once. What was
 * sent is known from Kafka itself, so an ingest that was killed at any moment is simply run again.
 *
 * <p>Inside a source, documents go out in ascending order of their keys with timestamps that never
 * decrease; sources follow each other in the order given. Files are only read, never changed,
 * unless the settings say what becomes of those that are in Kafka: see {@link
 * io.copyflow.ingest.lifecycle}.
 *
 * <pre>{@code
 * var settings = IngestSettings.of(Map.of(), Map.of("bootstrap.servers", "localhost:9092"));
 * try (var ingest =
 *     new Ingest(settings, Topics.standard(), Wire.singleObject(), Progress.silent())) {
 *   IngestReport report = ingest.once(List.of(Root.of(Path.of("archive"), null)));
 * }
 * }</pre>
 *
 * <p>One thread at a time runs {@link #once} or {@link #watch}; {@link #close} may be called from
 * any. Both throw:
 *
 * <ul>
 *   <li>{@link IngestUsageException} when the roots or a Kafka property make no sense;
 *   <li>{@link ClusterUnreachableException} when the cluster does not answer for as long as the
 *       settings say;
 *   <li>{@link SourceTakenException} when another ingest has taken over one of the sources;
 *   <li>{@link IngestException} when the cluster refuses, or a topic is missing.
 * </ul>
 */
public final class Ingest implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final IngestSettings settings;
  private final Progress progress;
  private final IngestObserver observer;
  private final Destination destination;
  private final SendClock clock = new SendClock(InstantSource.system());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Semaphore idle = new Semaphore(1);
  private volatile @Nullable FolderEvents events;

  /**
   * An ingest into one cluster; connects when it runs.
   *
   * @param settings how
   * @param topics where to
   * @param wire format of the records' values
   * @param progress hears how it goes; not closed by this
   */
  public Ingest(IngestSettings settings, Topics topics, Wire wire, Progress progress) {
    this(settings, topics, wire, progress, IngestObserver.NONE);
  }

  /** The same, with somebody who is told what it does. */
  public Ingest(
      IngestSettings settings,
      Topics topics,
      Wire wire,
      Progress progress,
      IngestObserver observer) {
    this.settings = settings;
    this.progress = progress;
    this.observer = observer;
    var clients = new KafkaClients(settings.kafka(), settings.clusterWait());
    var patience = new Patience(clients, settings.clusterWait(), progress, this::isClosing);
    this.destination = new Destination(clients, topics, wire, settings.limits(), patience);
  }

  /**
   * Sends what is new or changed, then returns; closed meanwhile, it returns what it did so far.
   */
  public IngestReport once(List<Root> roots) {
    return run(roots, Run::once);
  }

  /**
   * Sends what is new or changed, again and again, until {@link #close} is called from another
   * thread. A file is sent when it has not changed for a while. Scans are the truth: the notices of
   * a file system, which tell of a new file at once, are lost when many files come.
   */
  public void watch(List<Root> roots) {
    var unused = run(roots, Run::watch);
  }

  /**
   * Ends a run: it finishes the file in hand, commits and returns. Waits for that, 30 seconds at
   * most. What is not committed is sent by the next run.
   */
  @Override
  public void close() {
    closing.countDown();
    FolderEvents waiting = events;
    if (waiting != null) {
      waiting.close();
    }
    try {
      if (idle.tryAcquire(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        idle.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private IngestReport run(List<Root> roots, Consumer<Run> task) {
    List<Source> sources = Source.of(roots);
    if (!idle.tryAcquire()) {
      throw new IllegalStateException("this ingest runs already");
    }
    try (var run = new Run(sources)) {
      task.accept(run);
      return run.account.report();
    } finally {
      idle.release();
    }
  }

  /** What a run holds: its sources' ways into Kafka, and what it has done so far. */
  private final class Run implements AutoCloseable, Watch.Scanner {

    private final List<Source> sources;
    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final Account account = new Account(progress);
    private final Lifecycle lifecycle;

    Run(List<Source> sources) {
      this.sources = sources;
      var bases = sources.stream().map(Source::base).toList();
      this.lifecycle = new Lifecycle(settings.afterwards(), bases, account);
    }

    void once() {
      try (var census =
          new Census(sources, settings, lifecycle.folders(), progress, Ingest.this::isClosing)) {
        census.start();
        sources.forEach(source -> scan(source, Gate.OPEN));
      }
    }

    void watch() {
      try (var notices = new FolderEvents(FileSystems.getDefault(), progress::says)) {
        events = notices;
        List<WatchedSource> watched =
            sources.stream().map(source -> new WatchedSource(source, settings, notices)).toList();
        new Watch(watched, settings, notices, this, closing).run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        events = null;
      }
    }

    @Override
    public void scan(WatchedSource source) {
      scan(source.source(), source);
      account.nextScan();
    }

    private void scan(Source source, Gate gate) {
      long begun = System.nanoTime();
      send(source, gate, SourceScan::run);
      observer.scanned(source.name(), Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public void scan(WatchedSource source, Collection<Path> changed) {
      send(source.source(), source, scan -> scan.run(changed));
    }

    private void send(Source source, Gate gate, Consumer<SourceScan> how) {
      if (!isClosing()) {
        clock.nextSource();
        Delivery delivery =
            deliveries.computeIfAbsent(
                source.name(), name -> new Delivery(name, destination, clock, told(name)));
        how.accept(
            new SourceScan(
                source, settings, gate, delivery, lifecycle, account, Ingest.this::isClosing));
      }
    }

    private Delivery.Committed told(String source) {
      return (records, bytes) -> observer.committed(source, records, bytes);
    }

    @Override
    public void close() {
      deliveries.values().forEach(Delivery::close);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
