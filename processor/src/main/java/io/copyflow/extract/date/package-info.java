/** Written dates to instants with provenance, and the choice among them. */
@NullMarked
package io.copyflow.extract.date;

import org.jspecify.annotations.NullMarked;
