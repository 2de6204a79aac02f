package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what waits for the processor, of all instances together, from the cluster: ends, committed
 * offsets, and the time of the first record behind each. Kafka's own metrics count records; that
 * the oldest of them has waited for an hour is what somebody wants to know.
 *
 * <p>Not thread-safe.
 */
public final class LagReader implements AutoCloseable {

  private static final int ANSWER_WITHIN_MS = 10_000;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MOST_LOOKS = 10;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final Flow flow;
  private final Topics topics;
  private final InstantSource clock;

  LagReader(ProcessorSettings settings, Topics topics, InstantSource clock) {
    this.topics = topics;
    this.clock = clock;
    this.admin = Admin.create(admin(settings));
    this.consumer =
        new KafkaConsumer<>(
            consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.flow = new Flow(topics, settings.applicationId(), admin);
  }

  private static Map<String, Object> admin(ProcessorSettings settings) {
    var config = new HashMap<>(settings.kafka());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
    return config;
  }

  private static Map<String, Object> consumer(ProcessorSettings settings) {
    var config = new HashMap<>(settings.kafka());
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // The first record's time is wanted, not its article: the broker sends one batch all the same.
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    return config;
  }

  /**
   * Reads now.
   *
   * @return one for each partition of each topic on the way, in the order of the flow; a topic that
   *     does not exist yet has none
   * @throws IllegalStateException when the cluster does not answer within ten seconds
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Lag> read() throws InterruptedException {
    Map<TopicPartition, Long> committed = flow.committed();
    var lags = new ArrayList<Lag>();
    for (String topic : flow.topics()) {
      flow.ends(topic).forEach((partition, end) -> lags.add(lag(partition, committed, end)));
    }
    Map<TopicPartition, Long> times = timesOfFirst(lags);
    long now = clock.millis();
    return lags.stream()
        .map(lag -> aged(lag, now - times.getOrDefault(lag.partition(), now)))
        .toList();
  }

  private Lag lag(TopicPartition partition, Map<TopicPartition, Long> committed, long end) {
    long done = committed.getOrDefault(partition, 0L);
    return new Lag(flow.step(partition.topic()), partition, done, Math.max(0, end - done), 0);
  }

  private static Lag aged(Lag lag, long age) {
    return new Lag(lag.step(), lag.partition(), lag.committed(), lag.records(), Math.max(0, age));
  }

  /** Decisions are read at once whatever their time, which is that of no raw record. */
  private Map<TopicPartition, Long> timesOfFirst(List<Lag> lags) {
    var waiting = new HashMap<TopicPartition, Long>();
    lags.stream()
        .filter(lag -> lag.records() > 0)
        .filter(lag -> !lag.partition().topic().equals(topics.withdrawals().name()))
        .forEach(lag -> waiting.put(lag.partition(), lag.committed()));
    var times = new HashMap<TopicPartition, Long>();
    consumer.assign(waiting.keySet());
    waiting.forEach(consumer::seek);
    for (int look = 0; times.size() < waiting.size() && look < MOST_LOOKS; look++) {
      for (var record : consumer.poll(LOOK)) {
        var partition = new TopicPartition(record.topic(), record.partition());
        times.putIfAbsent(partition, record.timestamp());
        consumer.pause(List.of(partition));
      }
    }
    return times;
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ZERO);
  }
}
