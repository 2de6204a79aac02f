/** The body's HTML to paragraphs, pictures, media and links. */
@NullMarked
package io.copyflow.extract.body;

import org.jspecify.annotations.NullMarked;
