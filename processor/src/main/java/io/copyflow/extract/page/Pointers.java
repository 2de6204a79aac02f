package io.copyflow.extract.page;

import io.copyflow.extract.text.Fold;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Tells lines in mid-text that only lead elsewhere: {@code Read too: the title of something}. */
final class Pointers {

  /** Letters of a label. */
  private static final int LABEL = 45;

  /** Letters of what can be the title of something else. */
  private static final int SHORTEST = 20;

  /** More links in a line are a list, which somebody wrote for its own sake. */
  private static final int MOST_LINKS = 3;

  private static final Set<String> PARAGRAPHS = Set.of("p", "div", "blockquote", "section");

  private static final Set<String> TITLES = Set.of("li", "h2", "h3", "h4", "h5", "h6");

  private static final Evaluator LINKS = QueryParser.parse("a[href]");

  private static final Pattern LABELLED = Pattern.compile(".*[:：|>»►▶→]\\s*");

  private Pointers() {}

  /**
   * True for a paragraph that is one link, or a label with links.
   *
   * @param text the line's, folded
   */
  static boolean isPointer(Element line, String text) {
    boolean paragraph = PARAGRAPHS.contains(line.normalName());
    if (!paragraph && !TITLES.contains(line.normalName())) {
      return false;
    }
    List<Element> links = line.select(LINKS).stream().filter(Prose::isLink).toList();
    return !links.isEmpty() && links.size() <= MOST_LINKS && isPointer(text, links, paragraph);
  }

  private static boolean isPointer(String text, List<Element> links, boolean paragraph) {
    int linked = links.stream().mapToInt(link -> Fold.line(link.text()).length()).sum();
    int own = text.length() - linked;
    boolean onlyLinks = paragraph && own * 10 <= linked && !text.startsWith("http");
    return linked >= SHORTEST && (onlyLinks || (own <= LABEL && isLabelled(text, links.get(0))));
  }

  private static boolean isLabelled(String text, Element link) {
    int at = text.indexOf(Fold.line(link.text()));
    return at > 0 && LABELLED.matcher(text.substring(0, at)).matches();
  }
}
