package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows when nothing is under way: the application's committed offsets reach the end of the raw
 * topic, then of each repartition topic, in the order of the flow. A stage commits its offset and
 * its output in one transaction, so once a stage has drained, the next one's end is final.
 */
final class Drain implements AutoCloseable {

  private static final long POLL_MS = 50;

  private final Admin admin;
  private final Flow flow;

  Drain(ProcessorSettings settings, Topics topics) {
    this.admin = Admin.create(settings.kafka());
    this.flow = new Flow(topics, settings.applicationId(), admin);
  }

  /** Waits; {@code trouble} is asked again and again, and what it returns is thrown. */
  void await(Supplier<@Nullable RuntimeException> trouble) throws InterruptedException {
    for (String topic : flow.topics()) {
      Map<TopicPartition, Long> ends = flow.ends(topic);
      while (ends.isEmpty() || !reached(ends)) {
        RuntimeException problem = trouble.get();
        if (problem != null) {
          throw problem;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
        ends = ends.isEmpty() ? flow.ends(topic) : ends;
      }
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) throws InterruptedException {
    Map<TopicPartition, Long> committed = flow.committed();
    return ends.entrySet().stream()
        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  @Override
  public void close() {
    admin.close();
  }
}
