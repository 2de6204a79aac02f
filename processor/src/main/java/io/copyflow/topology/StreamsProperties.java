package io.copyflow.topology;

import io.copyflow.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What Kafka Streams is told. A property that passes through wins over what is only tuning; one
 * that a promise rests on is refused.
 */
final class StreamsProperties {

  private static final int TRANSACTION_TIMEOUT_MS = 10_000;

  private StreamsProperties() {}

  /**
   * @param rules by which it reads: told to whoever asks the cluster who works on it
   * @param handlers of failures
   */
  static Properties of(
      ProcessorSettings settings, String instanceId, String rules, Map<String, Object> handlers) {
    Map<String, Object> promises = promises(settings, Processors.memberName(instanceId, rules));
    promises.putAll(handlers);
    refuse(settings.kafka(), promises);
    var all = new HashMap<String, Object>(tuning(settings));
    all.putAll(settings.kafka());
    all.putAll(promises);
    var properties = new Properties();
    properties.putAll(all);
    return properties;
  }

  private static void refuse(Map<String, Object> passed, Map<String, Object> promises) {
    for (String key : promises.keySet()) {
      if (passed.containsKey(key)) {
        throw new ConfigException(
            "the Kafka property "
                + key
                + " cannot be set: what the processor promises rests on it");
      }
    }
  }

  private static Map<String, Object> tuning(ProcessorSettings settings) {
    var tuning = new HashMap<String, Object>();
    tuning.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    tuning.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitIntervalMs());
    tuning.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreTuning.class);
    // A hundred slow articles must fit well between two polls.
    tuning.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
    tuning.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        settings.sessionTimeoutMs());
    // A crashed instance's open transaction holds readers back for this long.
    tuning.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MS);
    tuning.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
    tuning.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    return tuning;
  }

  private static Map<String, Object> promises(ProcessorSettings settings, String memberName) {
    var promises = new HashMap<String, Object>();
    promises.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    promises.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
    // Under at-least-once, a step that fails after the claim was stored loses the article.
    promises.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    promises.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    promises.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    // With a static id a restarted instance has its partitions back at once (KIP-345).
    promises.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), memberName);
    promises.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // Whatever came in must be able to go out again, on our topics and on Streams' own.
    promises.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_RECORD_BYTES);
    promises.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(Topics.MAX_RECORD_BYTES));
    return promises;
  }
}
