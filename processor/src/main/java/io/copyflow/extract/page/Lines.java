package io.copyflow.extract.page;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Drops lines that pages put between the paragraphs of any article. */
final class Lines {

  private static final int LONGEST = 300;

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "section", "blockquote", "strong");

  private Lines() {}

  static void drop(Element main, Pattern lines) {
    List<Node> doomed = new ArrayList<>();
    for (Element element : main.getAllElements()) {
      if (BLOCKS.contains(element.normalName()) && isLine(element) && matches(element, lines)) {
        doomed.add(element);
      }
    }
    doomed.forEach(Node::remove);
  }

  /** Few children, none of them with a block in it: a cheap look before the text is gathered. */
  private static boolean isLine(Element element) {
    return element.hasParent()
        && element.childNodeSize() <= 12
        && element.selectFirst("> p, > div, > ul, > img, > figure, > section, > table") == null;
  }

  private static boolean matches(Element element, Pattern lines) {
    String text = Fold.line(element.text());
    return !text.isEmpty() && text.length() <= LONGEST && lines.matcher(text).matches();
  }
}
