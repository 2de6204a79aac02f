/** Files to the raw topic: each version of a document exactly once, verbatim. */
@NullMarked
package io.copyflow.ingest;

import org.jspecify.annotations.NullMarked;
