/**
 * What can be said of a piece of text without knowing where it stands: folding, counting, language.
 */
@NullMarked
package io.copyflow.extract.text;

import org.jspecify.annotations.NullMarked;
