/** Bytes to article fields. Knows neither Kafka nor a clock; usable as a plain library. */
@NullMarked
package io.copyflow.extract;

import org.jspecify.annotations.NullMarked;
