/** What becomes of files in an inbox once Kafka has them, or cannot have them. */
@NullMarked
package io.copyflow.ingest.lifecycle;

import org.jspecify.annotations.NullMarked;
