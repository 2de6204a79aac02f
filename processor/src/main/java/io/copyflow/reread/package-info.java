/**
 * Requests to read raw records again: who wants a verdict replaced, a re-drive of dead letters or a
 * promotion, writes them here. The processor does the rest.
 */
@NullMarked
package io.copyflow.reread;

import org.jspecify.annotations.NullMarked;
