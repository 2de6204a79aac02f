/**
 * Extraction held against labelled files: readers of the layouts of such data, the measures, and
 * their sums. Knows the extractor and files, and no Kafka.
 */
@NullMarked
package io.copyflow.eval;

import org.jspecify.annotations.NullMarked;
