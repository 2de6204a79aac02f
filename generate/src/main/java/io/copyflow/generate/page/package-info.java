/** Stories as article files: the layouts of publishers, and changes that no reader sees. */
@NullMarked
package io.copyflow.generate.page;

import org.jspecify.annotations.NullMarked;
