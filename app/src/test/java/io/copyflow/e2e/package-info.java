/** The whole pipeline through a real broker, as a user runs it and as machines break it. */
@NullMarked
package io.copyflow.e2e;

import org.jspecify.annotations.NullMarked;
