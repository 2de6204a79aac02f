/** Invented news, the same for the same number, in either Chinese script or in English. */
@NullMarked
package io.copyflow.generate.prose;

import org.jspecify.annotations.NullMarked;
