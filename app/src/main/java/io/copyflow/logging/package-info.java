/**
 * Where log events go: all of them to a file of bounded size beside the data, our own warnings to
 * standard error as single lines.
 */
@NullMarked
package io.copyflow.logging;

import org.jspecify.annotations.NullMarked;
