package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** Drops boxes of links out of an article, and headings under which nothing is left. */
final class Trays {

  private static final Set<String> BOXES =
      Set.of("ul", "ol", "dl", "div", "section", "table", "tr");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private static final double MOST_LINKED = 0.5;

  /** A box with that much prose beside its links is a part of the text. */
  private static final int PROSE = 50;

  private Trays() {}

  static void drop(Prose prose) {
    List<Spot> trays = new ArrayList<>();
    for (Spot spot : prose.elements()) {
      if (spot.element.hasParent()
          && BOXES.contains(spot.element.normalName())
          && isTray(spot.tally)) {
        trays.add(spot);
      }
    }
    prose.remove(trays);
    dropLastHeadings(prose.root().element);
  }

  private static boolean isTray(Tally tally) {
    return tally.length > 0 && tally.linkDensity() > MOST_LINKED && tally.prose < PROSE;
  }

  /** What stands under the last heading was dropped: it was a box, and this its label. */
  private static void dropLastHeadings(Element main) {
    List<Element> last = new ArrayList<>();
    List<TextNode> texts = new ArrayList<>();
    NodeFilter sinceText =
        (node, depth) -> {
          if (node instanceof Element element && HEADINGS.contains(element.normalName())) {
            last.add(element);
            return FilterResult.SKIP_ENTIRELY;
          }
          if (node instanceof TextNode text && !text.isBlank()) {
            last.clear();
            texts.add(text);
          }
          return FilterResult.CONTINUE;
        };
    main.filter(sinceText);
    // A page of nothing but headings is short, not empty.
    if (!texts.isEmpty()) {
      Removal.of(last);
    }
  }
}
