package io.copyflow.identity;

import java.util.Set;

/** The verdict on one sighting of an article, given all others. */
public sealed interface Ruling {

  /** The article's first revision. */
  record New() implements Ruling {}

  /**
   * A later revision.
   *
   * @param revision its number, from 2
   * @param changed what differs from the revision before; never empty
   * @param before the raw record of the revision before
   */
  record Revised(int revision, Set<Part> changed, RawRef before) implements Ruling {}

  /**
   * Content that the article already has.
   *
   * @param revision the revision that has it
   * @param first the raw record that made that revision
   */
  record Unchanged(int revision, RawRef first) implements Ruling {}

  /**
   * Content that another article has.
   *
   * @param of that article and its first raw record with the content
   */
  record Duplicate(Sighting.Original of) implements Ruling {}

  /** A part of an article that a revision changes. */
  enum Part {
    /** The headline. */
    TITLE,
    /** The text. */
    TEXT
  }
}
