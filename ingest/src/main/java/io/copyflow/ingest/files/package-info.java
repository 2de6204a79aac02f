/** Folders and files: their names as bytes, their order, their content read whole or not at all. */
@NullMarked
package io.copyflow.ingest.files;

import org.jspecify.annotations.NullMarked;
