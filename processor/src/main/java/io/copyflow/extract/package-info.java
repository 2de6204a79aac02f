/**
 * Bytes to article fields: the values that extraction gives, and its entrance {@link
 * io.copyflow.extract.Extractor}. Knows neither Kafka nor a clock; usable as a plain library.
 */
@NullMarked
package io.copyflow.extract;

import org.jspecify.annotations.NullMarked;
