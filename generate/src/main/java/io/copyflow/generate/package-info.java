/**
 * Synthetic archives: invented articles with copies, revisions, wrong clocks and bad files, and a
 * manifest that says what has to become of each. The expectation is computed from how the files
 * were made, never from their bytes, by code that shares nothing with the pipeline. Deterministic:
 * the same {@link io.copyflow.generate.ArchiveSpec} gives the same bytes everywhere.
 */
@NullMarked
package io.copyflow.generate;

import org.jspecify.annotations.NullMarked;
