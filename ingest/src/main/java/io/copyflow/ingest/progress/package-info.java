/** What a person sees while files are sent: a bar, a line now and then, or nothing. */
@NullMarked
package io.copyflow.ingest.progress;

import org.jspecify.annotations.NullMarked;
