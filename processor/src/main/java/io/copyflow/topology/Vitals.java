package io.copyflow.topology;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How this instance is, at one moment, without asking the cluster.
 *
 * @param state of the application; {@code RUNNING} does not say that it makes progress
 * @param restore how far its state is restored
 * @param assigned partitions that it reads; empty while they are being shared out
 */
public record Vitals(
    KafkaStreams.State state, RestoreProgress restore, Set<TopicPartition> assigned) {}
