/** The command line: parses, wires, prints; holds no logic. */
@NullMarked
package io.copyflow.cli;

import org.jspecify.annotations.NullMarked;
