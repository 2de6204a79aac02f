/**
 * Dead letters as an operator works with them: which are open, what is in them, and trying them
 * again.
 */
@NullMarked
package io.copyflow.deadletters;

import org.jspecify.annotations.NullMarked;
