/**
 * Files to the raw topic: each version of a document exactly once, verbatim. {@link
 * io.copyflow.ingest.Ingest} is the way in; {@code files} knows no Kafka, {@code send} opens no
 * file.
 */
@NullMarked
package io.copyflow.ingest;

import org.jspecify.annotations.NullMarked;
