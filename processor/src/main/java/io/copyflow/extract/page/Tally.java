package io.copyflow.extract.page;

/**
 * What stands in an element, its descendants included. Lengths are in letters of an alphabet: a Han
 * character counts for several. Not thread-safe: one per element of a page.
 */
final class Tally {

  /** Length of all text. */
  double length;

  /** Length of the text inside links. */
  double linked;

  /** Length of the text that reads like prose. */
  double prose;

  /** How well the element would do as the container of the article. */
  double score;

  /** How many main headings. */
  int headings;

  /** How many elements, itself included: what gathering its text costs. */
  int elements;

  /** Share of the text that stands in links, 0 to 1. */
  double linkDensity() {
    return length == 0 ? 0 : linked / length;
  }

  void clear() {
    length = 0;
    linked = 0;
    prose = 0;
    score = 0;
    headings = 0;
    elements = 0;
  }

  void add(Tally child) {
    length += child.length;
    linked += child.linked;
    prose += child.prose;
    headings += child.headings;
    elements += child.elements;
  }
}
