/**
 * Publisher files from a folder, and what one changes in a folder of articles. Knows the extractor
 * and files, and no Kafka.
 */
@NullMarked
package io.copyflow.profiles;

import org.jspecify.annotations.NullMarked;
