/**
 * Sorting more than memory holds: byte records in a fixed amount of memory, the rest in temporary
 * files. Knows nothing of what the records mean.
 */
@NullMarked
package io.copyflow.ledger.sort;

import org.jspecify.annotations.NullMarked;
