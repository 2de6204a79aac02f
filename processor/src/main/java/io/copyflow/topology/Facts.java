package io.copyflow.topology;

import io.copyflow.identity.ContentMark;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.RawKey;
import org.jspecify.annotations.Nullable;

/**
 * What verdicts need of a raw record that became an article, and what its outcome says beside the
 * verdict.
 *
 * @param raw the raw record
 * @param content hashes of its text
 * @param title hashes of its title
 * @param publishedDay on which it says that it was published, days since the epoch, UTC; or null
 * @param profile publisher profile that read it, or null
 */
record Facts(
    RawKey raw,
    Hashes content,
    Hashes title,
    @Nullable Integer publishedDay,
    @Nullable String profile) {

  /** What a history needs to tell this content from others of the same article. */
  ContentMark mark() {
    return ContentMark.of(content, title);
  }
}
