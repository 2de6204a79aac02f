package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Finds the summary between headline and text, which often stands outside of both. */
final class Standfirst {

  private static final int SHORTEST = 40;
  private static final int LONGEST = 900;
  private static final int MOST_HEADINGS = 5;

  /** How many nodes after the headline it may stand. */
  private static final int REACH = 120;

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "h2", "h3", "h4", "div", "span", "strong", "b", "section", "em", "header", "ul",
          "li");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Standfirst() {}

  /** The element that holds it; null when there is none. */
  static @Nullable Element find(Element body, PageFacts facts, Vocabulary words) {
    @Nullable Element heading = heading(body, letters(facts.title()));
    if (heading == null) {
      return null;
    }
    String description = letters(facts.description());
    @Nullable Node node = after(heading);
    for (int i = 0; i < REACH && node != null; i++) {
      if (node instanceof Element element && isSummary(element, description, words)) {
        return element;
      }
      node = node.childNodeSize() > 0 ? node.childNode(0) : after(node);
    }
    return null;
  }

  private static @Nullable Element heading(Element body, String title) {
    return body.select("h1").stream()
        .limit(MOST_HEADINGS)
        .filter(heading -> !title.isEmpty() && letters(heading.text()).equals(title))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** The next node of the page that does not stand in this one. */
  private static @Nullable Node after(Node node) {
    @Nullable Node at = node;
    while (at != null && at.nextSibling() == null) {
      at = at.parent();
    }
    return at == null ? null : at.nextSibling();
  }

  private static boolean isSummary(Element element, String description, Vocabulary words) {
    if (!BLOCKS.contains(element.normalName())) {
      return false;
    }
    String text = element.text();
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && (words.standfirst().match(element)
            || (!description.isEmpty() && letters(text).equals(description)));
  }

  private static String letters(@Nullable String text) {
    return text == null ? "" : NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
