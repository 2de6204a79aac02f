/**
 * What makes two texts the same: normalisation, hashes, article ids, and the history of an article.
 * Knows neither Kafka nor a clock.
 */
@NullMarked
package io.copyflow.identity;

import org.jspecify.annotations.NullMarked;
