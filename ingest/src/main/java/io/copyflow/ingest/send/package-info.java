/** One source's way into Kafka: transactions, and the memory of what was sent. */
@NullMarked
package io.copyflow.ingest.send;

import org.jspecify.annotations.NullMarked;
