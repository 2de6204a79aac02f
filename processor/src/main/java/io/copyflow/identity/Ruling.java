package io.copyflow.identity;

import io.copyflow.identity.Sighting.Original;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verdict on one sighting of an article, given all others. */
public sealed interface Ruling {

  /**
   * The article's first revision.
   *
   * @param reissueOf the article that had this content first, where a re-issue is an article
   */
  record New(@Nullable Original reissueOf) implements Ruling {}

  /**
   * A later revision.
   *
   * @param revision its number, from 2
   * @param changed what differs from the revision before; never empty
   * @param before the raw record of the revision before
   * @param reissueOf the article that had this content first, where a re-issue is an article
   */
  record Revised(int revision, Set<Part> changed, RawRef before, @Nullable Original reissueOf)
      implements Ruling {}

  /**
   * Content that the article already has.
   *
   * @param revision the revision that has it
   * @param first the raw record that made that revision
   * @param kind how the content repeats the revision's
   * @param reissueOf the article that had this content first, where a re-issue is an article
   */
  record Unchanged(int revision, RawRef first, CopyKind kind, @Nullable Original reissueOf)
      implements Ruling {}

  /**
   * Content that another article has.
   *
   * @param of that article and its first raw record with the content
   */
  record Duplicate(Original of) implements Ruling {}

  /** A part of an article that a revision changes. */
  enum Part {
    /** The headline. */
    TITLE,
    /** The text. */
    TEXT
  }
}
