package io.copyflow.extract.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page, or a text in it, at its place among all others. Not thread-safe: one per
 * node of a page.
 */
final class Spot {

  /** The element; for a text, the one that it stands in. */
  final Element element;

  /** What the element stands in; null at the root. */
  final @Nullable Spot parent;

  /** Place in the order of the page. */
  final int at;

  /** What the text adds to a run; null for an element. */
  final @Nullable Piece piece;

  /** What stands in the element as it was last measured. */
  final Tally tally = new Tally();

  /** Place of the first node behind all that stands in it. */
  int end;

  /** True once it was taken out of the page. */
  boolean isGone;

  Spot(Element element, @Nullable Spot parent, int at, @Nullable Piece piece) {
    this.element = element;
    this.parent = parent;
    this.at = at;
    this.piece = piece;
    this.end = at + 1;
  }

  /** The nearest {@code article}, which may be the element itself; null when there is none. */
  @Nullable Spot article() {
    @Nullable Spot box = this;
    while (box != null && !box.element.normalName().equals("article")) {
      box = box.parent;
    }
    return box;
  }
}
