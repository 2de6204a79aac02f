/**
 * A ledger held against a manifest: what was expected of each file, by whoever made the files,
 * against what became of it. Reads topics, writes none.
 */
@NullMarked
package io.copyflow.ledger.manifest;

import org.jspecify.annotations.NullMarked;
