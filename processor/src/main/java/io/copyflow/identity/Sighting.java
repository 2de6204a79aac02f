package io.copyflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * One raw record that speaks of an article, as the article's history remembers it.
 *
 * @param raw the raw record
 * @param contentHash of its text
 * @param titleHash of its title
 * @param profile publisher profile that read it, or null
 * @param copyOf the article that has this content, if another one does
 */
public record Sighting(
    RawKey raw,
    ContentHash contentHash,
    ContentHash titleHash,
    @Nullable String profile,
    @Nullable Original copyOf) {

  /**
   * The owner of a content.
   *
   * @param articleId the article whose raw record was first with the content
   * @param raw that raw record
   */
  public record Original(String articleId, RawKey raw) {}

  /** The same sighting under another verdict on its content. */
  public Sighting withCopyOf(@Nullable Original owner) {
    return new Sighting(raw, contentHash, titleHash, profile, owner);
  }

  boolean sameContentAs(Sighting other) {
    return contentHash.equals(other.contentHash) && titleHash.equals(other.titleHash);
  }
}
