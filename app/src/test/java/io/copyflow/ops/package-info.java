/** The files under {@code ops/}, held against themselves and against a live Prometheus. */
@NullMarked
package io.copyflow.ops;

import org.jspecify.annotations.NullMarked;
