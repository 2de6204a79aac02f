package io.copyflow.identity;

/**
 * The beginnings of an article's hashes: enough to tell the contents of one article apart, at a
 * fifth of the size. Two contents of one article meet by chance once in 10^14 pairs.
 *
 * @param text the first 64 bits of the text's folded hash
 * @param title the first 48 bits of the title's folded hash
 * @param script the first 32 bits of the content hash: tells script variants apart
 */
public record ContentMark(long text, long title, int script) {

  /** The mark of a content and its title. */
  public static ContentMark of(Hashes text, Hashes title) {
    return new ContentMark(
        text.folded().first64Bits(), title.folded().first64Bits() >>> 16, scriptOf(text));
  }

  /** What tells the contents of one folded hash apart. */
  public static int scriptOf(Hashes text) {
    return (int) (text.asWritten().first64Bits() >>> 32);
  }

  /** What {@link #script} is where nothing folds: it need not be stored then. */
  public static int scriptOf(long foldedText) {
    return (int) (foldedText >>> 32);
  }

  /** Whether the words are the same, in whatever script. */
  boolean saysTheSameAs(ContentMark other) {
    return text == other.text && title == other.title;
  }
}
