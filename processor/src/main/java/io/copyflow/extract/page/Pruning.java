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

/** Takes out of a page what is no article text by its tag, its role or its name. */
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

  private static final Set<String> MAIN_TAGS = Set.of("html", "body", "main", "article");

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden)");

  private final Vocabulary words;
  private final Prose prose;
  private final double all;
  private final Map<String, Double> groups;

  private Pruning(Vocabulary words, Prose prose, double all) {
    this.words = words;
    this.prose = prose;
    this.all = all;
    this.groups = new HashMap<>();
  }

  /** Prunes a whole page. */
  static void page(Element body, Vocabulary words) {
    Prose prose = Prose.measure(body);
    new Pruning(words, prose, prose.at(body).prose).prune(body, false);
  }

  /** Prunes the part that was chosen: stricter, for it is the article that is left. */
  static void part(Element main, Vocabulary words) {
    Prose prose = Prose.measure(main);
    new Pruning(words, prose, prose.at(main).prose).prune(main, true);
  }

  private void prune(Element root, boolean strict) {
    for (Element element : root.getAllElements()) {
      if (element != root && !element.className().isEmpty() && words.rarely().match(element)) {
        groups.merge(element.className(), prose.at(element).prose, Double::sum);
      }
    }
    List<Element> doomed = new ArrayList<>();
    root.filter((Node node, int depth) -> {
      boolean drop = depth > 0 && node instanceof Element e && isApart(e, strict);
      if (drop) {
        doomed.add((Element) node);
      }
      return drop ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
    });
    doomed.forEach(Node::remove);
  }

  private boolean isApart(Element element, boolean strict) {
    String name = element.normalName();
    if (MAIN_TAGS.contains(name) || element.attr("itemprop").equals("articleBody")) {
      return false;
    }
    if (words.never().match(element)) {
      return share(element) < 0.9 && element.selectFirst("h1") == null;
    }
    if (APPARATUS.contains(name) || ROLES.contains(element.attr("role")) || isHidden(element)) {
      return groupShare(element) < 0.3;
    }
    if (words.rarely().match(element)) {
      return groupShare(element) < 0.3;
    }
    return strict && words.seldom().match(element) && share(element) < 0.1;
  }

  private double share(Element element) {
    return all == 0 ? 0 : prose.at(element).prose / all;
  }

  private double groupShare(Element element) {
    double own = share(element);
    return Math.max(own, all == 0 ? 0 : groups.getOrDefault(element.className(), 0.0) / all);
  }

  private static boolean isHidden(Element element) {
    return element.attributesSize() > 0
        && (element.hasAttr("hidden")
            || element.attr("aria-hidden").equals("true")
            || HIDDEN.matcher(element.attr("style")).find());
  }
}
