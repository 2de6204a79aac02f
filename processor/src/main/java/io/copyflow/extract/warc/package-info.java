/** Pages as crawlers keep them: an HTTP response inside a WARC record, taken out of both. */
@NullMarked
package io.copyflow.extract.warc;

import org.jspecify.annotations.NullMarked;
