/** Bytes to text: which encoding, strictly decoded, or a reason why not. */
@NullMarked
package io.copyflow.extract.charset;

import org.jspecify.annotations.NullMarked;
