/** The forms of an article file, each read by a reader of its own, chosen by content. */
@NullMarked
package io.copyflow.extract.form;

import org.jspecify.annotations.NullMarked;
