/**
 * The catalogue of all topics: what each holds, how it is configured, and a cluster held against
 * it.
 */
@NullMarked
package io.copyflow.topics;

import org.jspecify.annotations.NullMarked;
