package io.copyflow.identity;

/**
 * The beginnings of an article's hashes: enough to tell the contents of one article apart, at a
 * fifth of the size. Two contents of one article meet by chance once in 10^14 pairs.
 *
 * @param text the first 64 bits of the content hash
 * @param title the first 48 bits of the title hash
 */
public record ContentMark(long text, long title) {

  /** Bytes of {@link #title}, for those who store it. */
  public static final int TITLE_BYTES = 6;

  /** The mark of a content and its title. */
  public static ContentMark of(ContentHash text, ContentHash title) {
    return new ContentMark(text.first64Bits(), title.first64Bits() >>> 16);
  }
}
