package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.ContentMark;
import io.copyflow.identity.RawKey;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome says of a raw record that became an article, beside the verdict.
 *
 * @param raw the raw record
 * @param contentHash of its text
 * @param titleHash of its title
 * @param profile publisher profile that read it, or null
 */
record Facts(RawKey raw, ContentHash contentHash, ContentHash titleHash, @Nullable String profile) {

  /** What a history needs to tell this content from others of the same article. */
  ContentMark mark() {
    return ContentMark.of(contentHash, titleHash);
  }
}
