/** What changes in a folder, and when a file that changed is complete. */
@NullMarked
package io.copyflow.ingest.watch;

import org.jspecify.annotations.NullMarked;
