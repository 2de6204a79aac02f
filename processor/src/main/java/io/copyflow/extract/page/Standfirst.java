package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the summary between headline and text, which often stands outside of both. */
final class Standfirst {

  private static final int SHORTEST = 40;
  private static final int LONGEST = 900;
  private static final Set<String> BLOCKS =
      Set.of(
          "p", "h2", "h3", "h4", "div", "span", "strong", "b", "section", "em", "header", "ul",
          "li");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Standfirst() {}

  /** The element that holds it; null when there is none. */
  static @Nullable Element find(Element body, PageFacts facts, Vocabulary words) {
    @Nullable Element heading = null;
    String description = facts.description() == null ? "" : letters(facts.description());
    String title = facts.title() == null ? "" : letters(facts.title());
    int after = 0;
    for (Element element : body.getAllElements()) {
      if (element.normalName().equals("h1")
          && !title.isEmpty()
          && letters(element.text()).equals(title)) {
        heading = element;
        after = 0;
      }
      if (heading == null
          || after++ > 60
          || !BLOCKS.contains(element.normalName())
          || element.parents().contains(heading)) {
        continue;
      }
      String text = element.text();
      if (text.length() < SHORTEST || text.length() > LONGEST) {
        continue;
      }
      String letters = letters(text);
      if (words.standfirst().match(element)
          || (!description.isEmpty() && letters.equals(description))) {
        return element;
      }
    }
    return null;
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
