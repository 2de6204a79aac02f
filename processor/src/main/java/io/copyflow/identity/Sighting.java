package io.copyflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * One raw record that speaks of an article, as the article's history remembers it.
 *
 * @param raw the raw record
 * @param content what it shows
 * @param copyOf the article that has this content, if another one does
 */
public record Sighting(RawRef raw, ContentMark content, @Nullable Original copyOf) {

  /**
   * The owner of a content.
   *
   * @param articleId the article whose raw record was first with the content
   * @param raw that raw record
   * @param kind how the content repeats the owner's
   */
  public record Original(String articleId, RawRef raw, CopyKind kind) {}

  /** The same sighting under another verdict on its content. */
  public Sighting withCopyOf(@Nullable Original owner) {
    return new Sighting(raw, content, owner);
  }
}
