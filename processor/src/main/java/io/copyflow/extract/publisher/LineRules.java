package io.copyflow.extract.publisher;

/**
 * Patterns on the start of a line and on whole lines.
 *
 * @param datelines datelines, at the start; groups {@code names}, {@code date}
 * @param credits credit lines, whole; all agencies in them count
 * @param bylines lines that name the authors, whole; the group {@code names} holds them, and
 *     another one the agencies
 * @param rights copyright lines, at the start; the match is what is kept
 * @param boilerplate lines that are no article text, whole
 * @param related labels of further reading, at the start
 * @param cutFrom lines with which the article has ended, at the start
 */
public record LineRules(
    LinePatterns datelines,
    LinePatterns credits,
    LinePatterns bylines,
    LinePatterns rights,
    LinePatterns boilerplate,
    LinePatterns related,
    LinePatterns cutFrom) {

  /** Those of the patterns that may match a line which begins so. */
  LineRules startingWith(String start) {
    return new LineRules(
        datelines.startingWith(start),
        credits.startingWith(start),
        bylines.startingWith(start),
        rights.startingWith(start),
        boilerplate.startingWith(start),
        related.startingWith(start),
        cutFrom.startingWith(start));
  }
}
