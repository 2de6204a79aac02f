package io.copyflow.topology;

import org.apache.kafka.common.TopicPartition;

/**
 * What waits in one partition for one step.
 *
 * @param step that reads it: {@code extract}, {@code claim}, {@code settle} or {@code withdraw}
 * @param partition in which it waits
 * @param committed offset up to which the step has committed
 * @param records that are written and not committed, markers of transactions included
 * @param age of the first of them since it was ingested, in milliseconds; 0 when there is none
 */
public record Lag(String step, TopicPartition partition, long committed, long records, long age) {}
