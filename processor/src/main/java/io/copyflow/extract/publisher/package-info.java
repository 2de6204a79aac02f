/** What is particular to one publisher, read from one data file each. */
@NullMarked
package io.copyflow.extract.publisher;

import org.jspecify.annotations.NullMarked;
