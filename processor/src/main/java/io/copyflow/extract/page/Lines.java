package io.copyflow.extract.page;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Drops lines that pages put between the paragraphs of any article. */
final class Lines {

  private static final int LONGEST = 300;

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "section", "blockquote", "strong");

  private static final Set<String> WITHIN =
      Set.of("p", "div", "ul", "img", "figure", "section", "table");

  private static final int LARGEST = 30;

  private Lines() {}

  static void drop(Prose prose) {
    List<Spot> found = new ArrayList<>();
    for (Spot spot : prose.elements()) {
      if (isLine(spot.element, spot.tally)
          && isDropped(prose, spot, Fold.line(spot.element.text()))) {
        found.add(spot);
      }
    }
    prose.remove(found);
  }

  /** Small, and no block in it: a cheap look before the text is gathered. */
  private static boolean isLine(Element element, Tally tally) {
    return BLOCKS.contains(element.normalName())
        && element.hasParent()
        && tally.elements <= LARGEST
        && hasNoBlock(element);
  }

  private static boolean hasNoBlock(Element element) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (WITHIN.contains(element.childNode(i).normalName())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDropped(Prose prose, Spot spot, String text) {
    return !text.isEmpty()
        && ((text.length() <= LONGEST && Vocabulary.isNoText(text))
            || (prose.holds(spot, "a") && Pointers.isPointer(spot.element, text)));
  }
}
