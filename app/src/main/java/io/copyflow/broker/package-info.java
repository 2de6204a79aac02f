/**
 * A real single-node Kafka broker inside this process, and the data directory that it lives in.
 * Listens on the loopback address only.
 */
@NullMarked
package io.copyflow.broker;

import org.jspecify.annotations.NullMarked;
