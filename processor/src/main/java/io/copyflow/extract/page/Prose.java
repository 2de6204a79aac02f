package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How much prose stands in each element of a page, and the elements in the order of the page. The
 * page is walked once; what is taken out of it later is skipped when it is measured again. Not
 * thread-safe: one per page.
 */
final class Prose {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
          "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr");

  /** Elements that are paragraphs, not containers of some. */
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "td", "th");

  private static final String SCRIPT = "javascript:";

  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");

  /** How much of a paragraph counts for its container, and for those around that one. */
  private static final double[] SHARES = {1, 0.5, 0.2, 0.1, 0.05};

  private final List<Spot> spots;
  private final Map<Element, Spot> byElement = new IdentityHashMap<>();
  private final Run run = new Run();
  private @Nullable Spot owner;
  private int linkDepth;
  private int silentDepth;

  private Prose(List<Spot> spots) {
    this.spots = spots;
  }

  /** Measures an element and everything in it. */
  static Prose measure(Element root) {
    var prose = new Prose(Row.of(root));
    prose.measure();
    return prose;
  }

  /** The element that was measured. */
  Spot root() {
    return spots.get(0);
  }

  /** All elements that are still in the page, in its order. */
  List<Spot> elements() {
    var elements = new ArrayList<Spot>(spots.size());
    for (int i = 0; i < spots.size(); i = next(i)) {
      Spot spot = spots.get(i);
      if (spot.piece == null && !spot.isGone) {
        elements.add(spot);
      }
    }
    return elements;
  }

  /** The elements directly in one that are still in the page, in its order. */
  List<Spot> children(Spot parent) {
    var children = new ArrayList<Spot>();
    for (int i = parent.at + 1; i < parent.end; i = spots.get(i).end) {
      Spot spot = spots.get(i);
      if (spot.piece == null && !spot.isGone) {
        children.add(spot);
      }
    }
    return children;
  }

  /** The first letter or number in an element; 0 when there is none. */
  int firstLetter(Spot box) {
    for (int i = box.at + 1; i < box.end; i++) {
      @Nullable Piece piece = spots.get(i).piece;
      if (piece != null && piece.first() != 0) {
        return piece.first();
      }
    }
    return 0;
  }

  /** Whether an element has one with that tag in it. */
  boolean holds(Spot box, String tag) {
    for (int i = box.at + 1; i < box.end; i++) {
      Spot spot = spots.get(i);
      if (spot.piece == null && spot.element.normalName().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /** What stands in an element; nothing for one that was not measured. */
  Tally at(Element element) {
    if (byElement.isEmpty()) {
      elements().forEach(spot -> byElement.put(spot.element, spot));
    }
    @Nullable Spot spot = byElement.get(element);
    return spot == null ? new Tally() : spot.tally;
  }

  /** Takes elements out of the page, and measures what is left. */
  void remove(Collection<Spot> elements) {
    if (elements.isEmpty()) {
      return;
    }
    elements.forEach(spot -> spot.isGone = true);
    Removal.of(elements.stream().map(spot -> spot.element).toList());
    measure();
  }

  /** Measures again, after tags were changed. */
  void measure() {
    @Nullable Spot open = null;
    for (int i = 0; i < spots.size(); i = next(i)) {
      open = leaveUntil(open, i);
      Spot spot = spots.get(i);
      if (spot.piece == null && !spot.isGone) {
        enter(spot);
        open = spot;
      } else if (spot.piece != null && silentDepth == 0) {
        run.append(spot.piece, linkDepth > 0);
      }
    }
    leaveUntil(open, spots.size());
  }

  /** The next node that is not in something taken out. */
  private int next(int at) {
    return spots.get(at).isGone ? spots.get(at).end : at + 1;
  }

  /** True for an element that stands inside a line. */
  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  /** What starts a script leads nowhere: footnotes and words to look up are text. */
  static boolean isLink(Element element) {
    return element.normalName().equals("a")
        && !element.attr("href").regionMatches(true, 0, SCRIPT, 0, SCRIPT.length());
  }

  /** Leaves the elements that end before a place; the one that is still open. */
  private @Nullable Spot leaveUntil(@Nullable Spot innermost, int at) {
    @Nullable Spot open = innermost;
    while (open != null && open.end <= at) {
      leave(open);
      open = open.parent;
    }
    return open;
  }

  private void leave(Spot spot) {
    String name = spot.element.normalName();
    linkDepth -= isLink(spot.element) ? 1 : 0;
    silentDepth -= SILENT.contains(name) ? 1 : 0;
    if (!INLINE.contains(name)) {
      flush();
      owner = spot.parent;
    }
    if (spot.parent != null) {
      spot.parent.tally.add(spot.tally);
    }
  }

  private void enter(Spot spot) {
    String name = spot.element.normalName();
    spot.tally.clear();
    spot.tally.elements = 1;
    spot.tally.headings = name.equals("h1") ? 1 : 0;
    linkDepth += isLink(spot.element) ? 1 : 0;
    silentDepth += SILENT.contains(name) ? 1 : 0;
    if (!INLINE.contains(name)) {
      flush();
      owner = spot;
    }
  }

  private void flush() {
    @Nullable Spot block = owner;
    if (block != null && run.length > 0) {
      double prose = run.prose();
      block.tally.length += run.length;
      block.tally.linked += run.linked;
      block.tally.prose += prose;
      credit(block, prose);
    }
    run.clear();
  }

  private static void credit(Spot block, double prose) {
    boolean paragraph = PARAGRAPHS.contains(block.element.normalName());
    @Nullable Spot container = paragraph ? block.parent : block;
    for (int i = 0; i < SHARES.length && container != null && prose > 0; i++) {
      container.tally.score += prose * SHARES[i];
      container = container.parent;
    }
  }
}
