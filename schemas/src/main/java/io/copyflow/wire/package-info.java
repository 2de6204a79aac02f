/**
 * How Avro records become bytes on a topic, and the other way round; and how people and tools get
 * to see them, as JSON.
 */
@NullMarked
package io.copyflow.wire;

import org.jspecify.annotations.NullMarked;
