package io.copyflow.e2e;

import static org.awaitility.Awaitility.await;

import io.copyflow.cli.CopyflowProcess;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Watches from outside what a pipeline has committed so far. */
final class Committed implements AutoCloseable {

  /** Much, for a machine that is busy with other things. */
  private static final int PATIENCE_SECONDS = 300;

  private final Topics topics;
  private final TopicReader reader;
  private final Thread thread;
  private final Set<String> judged = new HashSet<>();
  private int raw;
  private int awaited = Integer.MAX_VALUE;
  private CompletableFuture<Void> reached = new CompletableFuture<>();

  /** Raw records and outcomes at a moment. */
  record Count(int raw, int outcomes) {

    /** Both together, which only grows until each raw record has its outcome. */
    int progress() {
      return raw + outcomes;
    }

    boolean inFlight() {
      return outcomes < raw;
    }
  }

  private Committed(TopicReader reader, Topics topics) {
    this.reader = reader;
    this.topics = topics;
    this.thread = new Thread(() -> reader.follow(true, Long.MAX_VALUE, this::see), "committed");
    thread.start();
  }

  /** Watches a broker, whose topics may still be in the making. */
  static Committed on(String bootstrapServer, String topicPrefix) {
    var topics = new Topics(topicPrefix, 1);
    var names = List.of(topics.raw().name(), topics.outcomes().name());
    var client = Map.<String, Object>of("bootstrap.servers", bootstrapServer);
    var reader =
        await()
            .pollInterval(Duration.ofMillis(20))
            .ignoreException(UnknownTopicOrPartitionException.class)
            .until(() -> new TopicReader(names, client), made -> true);
    return new Committed(reader, topics);
  }

  synchronized Count count() {
    return new Count(raw, judged.size());
  }

  /** Waits for a progress, and fails when the process ends before it. */
  void awaitProgress(int progress, CopyflowProcess process) {
    CompletableFuture<Void> there = reach(progress);
    CompletableFuture.anyOf(there, process.onExit())
        .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    if (!there.isDone()) {
      throw new AssertionError(
          "at %s, not at progress %d; did the run end by itself?".formatted(count(), progress));
    }
  }

  private synchronized CompletableFuture<Void> reach(int progress) {
    awaited = progress;
    reached = new CompletableFuture<>();
    complete();
    return reached;
  }

  private synchronized void see(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(topics.raw().name())) {
      raw++;
    } else {
      judged.add(record.key());
    }
    complete();
  }

  private void complete() {
    if (count().progress() >= awaited) {
      reached.complete(null);
    }
  }

  @Override
  public void close() throws InterruptedException {
    reader.stop();
    thread.join();
    reader.close();
  }
}
