/** Archives: the documents in them, one after the other, whatever is wrong with the rest. */
@NullMarked
package io.copyflow.ingest.archive;

import org.jspecify.annotations.NullMarked;
