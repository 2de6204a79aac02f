/**
 * What can be configured: declared once with type, default, bounds and help, read from flags, the
 * environment and a file, and nowhere else.
 */
@NullMarked
package io.copyflow.settings;

import org.jspecify.annotations.NullMarked;
