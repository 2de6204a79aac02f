/** The Kafka Streams topology: raw articles to articles, outcomes and dead letters. */
@NullMarked
package io.copyflow.topology;

import org.jspecify.annotations.NullMarked;
