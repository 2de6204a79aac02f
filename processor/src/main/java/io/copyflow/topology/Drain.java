package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Knows when nothing is under way: the application's committed offsets reach the end of the raw
 * topic, then of each repartition topic, in the order of the flow. A stage commits its offset and
 * its output in one transaction, so once a stage has drained, the next one's end is final. The last
 * stage may ask for raw records to be read again: then it all begins anew. Thread-safe.
 */
public final class Drain implements AutoCloseable {

  private static final long POLL_MS = 50;

  private final String applicationId;
  private final Topics topics;
  private final Admin admin;
  private final Flow flow;

  /**
   * Connects to a cluster.
   *
   * @param applicationId of the processor
   * @param kafka client properties, {@code bootstrap.servers} among them
   */
  public Drain(String applicationId, Topics topics, Map<String, Object> kafka) {
    this.applicationId = applicationId;
    this.topics = topics;
    this.admin = Admin.create(kafka);
    this.flow = new Flow(topics, applicationId, admin);
  }

  /**
   * Waits until nothing is under way of what is committed now.
   *
   * @param trouble asked again and again; what it returns is thrown
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public void await(Supplier<@Nullable RuntimeException> trouble) throws InterruptedException {
    do {
      for (String topic : flow.topics()) {
        await(topic, trouble);
      }
    } while (!reached(flow.ends(topics.rereads().name())));
  }

  private void await(String topic, Supplier<@Nullable RuntimeException> trouble)
      throws InterruptedException {
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

  /**
   * How many records of the topic of requests the processor has yet to take, what marks their
   * transactions included.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public long rereadsAhead() throws InterruptedException {
    Map<TopicPartition, Long> ends = flow.ends(topics.rereads().name());
    Map<TopicPartition, Long> committed = flow.committed();
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /**
   * Whether a processor works on the cluster, or has stopped a moment ago.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean isWorked() throws InterruptedException {
    try {
      var group = admin.describeConsumerGroups(List.of(applicationId)).all().get();
      return group.values().stream().anyMatch(members -> !members.members().isEmpty());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new IllegalStateException("cannot ask for the processor", e.getCause());
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
