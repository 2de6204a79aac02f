package io.copyflow.generate;

import io.copyflow.generate.page.Disguise;
import java.util.Set;

/**
 * What an archive has to hold.
 *
 * @param files files in all, the following ones among them
 * @param duplicates files that show a content again: under another address, in the other script, or
 *     as the same article fetched once more
 * @param revisions files that change the title or the text of an article
 * @param bad files that cannot become an article
 * @param seed another seed is another archive
 * @param order in which ingestion meets the files
 * @param kinds how copies differ from what they copy; not empty
 * @param paragraphs by which each text is longer than a notice of four to seven
 */
public record ArchiveSpec(
    int files,
    int duplicates,
    int revisions,
    int bad,
    long seed,
    Order order,
    Set<Disguise> kinds,
    int paragraphs) {

  /** The most files; their numbers stand in names and addresses of a fixed width. */
  public static final int MOST_FILES = 5_000_000;

  private static final int MOST_PARAGRAPHS = 400;

  /** An archive of notices. */
  public ArchiveSpec(
      int files,
      int duplicates,
      int revisions,
      int bad,
      long seed,
      Order order,
      Set<Disguise> kinds) {
    this(files, duplicates, revisions, bad, seed, order, kinds, 0);
  }

  /** Refuses what cannot be made, with a message for the user. */
  public ArchiveSpec {
    kinds = Set.copyOf(kinds);
    if (files < 1 || files > MOST_FILES) {
      throw new IllegalArgumentException("--files takes 1 to " + MOST_FILES + ", not " + files);
    }
    if (duplicates < 0 || revisions < 0 || bad < 0) {
      throw new IllegalArgumentException("--duplicates, --revisions and --bad take 0 or more");
    }
    long parts = 0L + duplicates + revisions + bad;
    long least = duplicates + revisions > 0 ? parts + 1 : parts;
    if (files < least) {
      throw new IllegalArgumentException(
          "duplicates, revisions and bad files are part of --files, and copies need an original:"
              + " give --files "
              + least
              + " or more");
    }
    if (paragraphs < 0 || paragraphs > MOST_PARAGRAPHS) {
      throw new IllegalArgumentException(
          "--paragraphs takes 0 to " + MOST_PARAGRAPHS + ", not " + paragraphs);
    }
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("--kinds takes at least one kind");
    }
  }
}
