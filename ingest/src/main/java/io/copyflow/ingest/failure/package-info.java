/** Why ingest ends early, by what the caller can do about it. */
@NullMarked
package io.copyflow.ingest.failure;

import org.jspecify.annotations.NullMarked;
