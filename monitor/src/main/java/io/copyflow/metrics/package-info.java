/**
 * Metrics in Prometheus' format: those of our own, declared in one list, and a chosen few of
 * Kafka's and of the JVM's. Labels are bounded, whatever content says.
 */
@NullMarked
package io.copyflow.metrics;

import org.jspecify.annotations.NullMarked;
