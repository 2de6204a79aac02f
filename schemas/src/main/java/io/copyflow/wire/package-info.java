/** How Avro records become bytes on a topic, and the other way round. */
@NullMarked
package io.copyflow.wire;

import org.jspecify.annotations.NullMarked;
