package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Takes out of a page what is no article text by its tag, its role or its name. A name may lie:
 * what holds much of the page's prose stays. Not thread-safe: one per pass over a page.
 */
final class Pruning {

  private static final Set<String> APPARATUS =
      Set.of("nav", "aside", "footer", "form", "dialog", "menu", "button", "select", "amp-ad");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "contentinfo",
          "search",
          "banner",
          "dialog",
          "menu",
          "menubar",
          "toolbar",
          "alert",
          "alertdialog",
          "tablist");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> MAIN_TAGS = Set.of("html", "body", "main", "article");

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden)");

  /** Prose of a short article, in letters. */
  private static final double ENOUGH = 1_500;

  private final Vocabulary words;
  private final Prose prose;
  private final double all;
  private final boolean strict;

  /** Prose in all elements of one class: layouts cut a text into many boxes. */
  private final Map<String, Double> groups = new HashMap<>();

  private Pruning(Element root, Prose prose, Vocabulary words, boolean strict) {
    this.words = words;
    this.prose = prose;
    this.all = Math.max(1, prose.at(root).prose);
    this.strict = strict;
    prose.elements().forEach(this::addToGroup);
  }

  /** Prunes a whole page. */
  static void page(Element body, Prose prose, Vocabulary words) {
    new Pruning(body, prose, words, false).prune(body);
  }

  /** Prunes the part that was chosen: stricter, for it is the article that is left. */
  static void part(Element main, Vocabulary words) {
    new Pruning(main, Prose.measure(main), words, true).prune(main);
  }

  private void addToGroup(Element element) {
    double own = prose.at(element).prose;
    if (own > 0 && element.hasAttr("class")) {
      groups.merge(element.className(), own, Double::sum);
    }
  }

  private void prune(Element root) {
    List<Node> apart = new ArrayList<>();
    NodeFilter collect =
        (node, depth) -> {
          if (depth > 0 && node instanceof Element element && isApart(element)) {
            apart.add(node);
            return FilterResult.SKIP_ENTIRELY;
          }
          show(node);
          return FilterResult.CONTINUE;
        };
    root.filter(collect);
    Removal.of(apart);
  }

  /** What was found indispensable shall be read, whatever the page says. */
  private static void show(Node node) {
    if (node.attributesSize() > 0 && node instanceof Element) {
      node.attributes().removeIgnoreCase("hidden");
      node.attributes().removeIgnoreCase("aria-hidden");
    }
  }

  private boolean isApart(Element element) {
    if (isArticle(element)) {
      return false;
    }
    return isNever(element)
        || (isHidden(element) && isDispensable(element))
        || (isApparatus(element) && share(element) < 0.5)
        || (isNamed(element, words.rarely())
            && groupShare(element) < 0.3
            && !element.attr("itemprop").equals("description"))
        || (strict && share(element) < 0.1 && isNamed(element, words.seldom()));
  }

  /** The id of a heading is made of its words, which tell nothing. */
  private static boolean isNamed(Element element, Words words) {
    return HEADINGS.contains(element.normalName())
        ? words.matchNames(element.className())
        : words.match(element);
  }

  private static boolean isArticle(Element element) {
    return MAIN_TAGS.contains(element.normalName())
        || element.attr("itemprop").equals("articleBody");
  }

  /** A wrapper that names something in it is told from the thing by what else it holds. */
  private boolean isNever(Element element) {
    return isNamed(element, words.never())
        && share(element) < (words.article().match(element) ? 0.3 : 0.9)
        && prose.at(element).headings == 0;
  }

  /** Scripts show what is hidden at first; when that is nearly all, it is the article. */
  private boolean isDispensable(Element element) {
    return share(element) < 0.6 || all - prose.at(element).prose > ENOUGH;
  }

  private static boolean isApparatus(Element element) {
    return APPARATUS.contains(element.normalName()) || ROLES.contains(element.attr("role"));
  }

  private static boolean isHidden(Element element) {
    return element.attributesSize() > 0
        && (element.hasAttr("hidden")
            || (element.attr("aria-hidden").equals("true") && !element.normalName().equals("p"))
            || (element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find()));
  }

  private double share(Element element) {
    return prose.at(element).prose / all;
  }

  private double groupShare(Element element) {
    return Math.max(share(element), groups.getOrDefault(element.className(), 0.0) / all);
  }
}
