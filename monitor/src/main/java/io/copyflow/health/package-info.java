/** Whether a process lives, is ready and makes progress, for probes. */
@NullMarked
package io.copyflow.health;

import org.jspecify.annotations.NullMarked;
