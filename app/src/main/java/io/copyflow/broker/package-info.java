/** A real single-node Kafka broker inside this process. */
@NullMarked
package io.copyflow.broker;

import org.jspecify.annotations.NullMarked;
