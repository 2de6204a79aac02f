package io.copyflow.identity;

import org.jspecify.annotations.Nullable;

/**
 * A text's hash, and the hash that it shares with its mirror in the other Chinese script.
 *
 * @param asWritten the content hash
 * @param folded the hash of the same with each Han character folded to its representative; equal to
 *     {@code asWritten} where nothing folds
 */
public record Hashes(ContentHash asWritten, ContentHash folded) {

  /**
   * Hashes of an article's text.
   *
   * @param text paragraphs without boilerplate, captions, dateline and credit lines
   * @param title headline; counts only for a short text
   * @param host host of the canonical URL; counts only for a short text
   */
  public static Hashes ofText(String text, @Nullable String title, @Nullable String host) {
    return of(ContentHash.image(text, title, host));
  }

  /** Hashes of a title: a changed title alone is a revision, and no title is a title too. */
  public static Hashes ofTitle(@Nullable String title) {
    return of(Normalisation.normalise(title == null ? "" : title));
  }

  /** The folded hash where it says more than the other; null where it is the same. */
  public @Nullable ContentHash foldedIfDifferent() {
    return folded.equals(asWritten) ? null : folded;
  }

  private static Hashes of(String image) {
    ContentHash asWritten = ContentHash.sha256(image);
    String folded = HanFold.fold(image);
    return new Hashes(asWritten, folded.equals(image) ? asWritten : ContentHash.sha256(folded));
  }
}
