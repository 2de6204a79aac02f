package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

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

  private Pruning(Prose prose, Vocabulary words, boolean strict) {
    this.words = words;
    this.prose = prose;
    this.all = Math.max(1, prose.root().tally.prose);
    this.strict = strict;
    prose.elements().forEach(this::addToGroup);
  }

  /** Prunes a whole page. */
  static void page(Prose page, Vocabulary words) {
    new Pruning(page, words, false).prune();
  }

  /** Prunes the part that was chosen: stricter, for it is the article that is left. */
  static void part(Prose main, Vocabulary words) {
    new Pruning(main, words, true).prune();
  }

  private void addToGroup(Spot spot) {
    if (spot.tally.prose > 0 && spot.element.hasAttr("class")) {
      groups.merge(spot.element.className(), spot.tally.prose, Double::sum);
    }
  }

  private void prune() {
    List<Spot> apart = new ArrayList<>();
    int skipped = 0;
    for (Spot spot : prose.elements()) {
      if (spot.at >= skipped && spot.parent != null && isApart(spot)) {
        apart.add(spot);
        skipped = spot.end;
      } else if (spot.at >= skipped) {
        show(spot.element);
      }
    }
    prose.remove(apart);
  }

  /** What was found indispensable shall be read, whatever the page says. */
  private static void show(Element element) {
    if (element.attributesSize() > 0) {
      element.attributes().removeIgnoreCase("hidden");
      element.attributes().removeIgnoreCase("aria-hidden");
    }
  }

  private boolean isApart(Spot spot) {
    Element element = spot.element;
    if (isArticle(element)) {
      return false;
    }
    return isNever(spot)
        || (isHidden(element) && isDispensable(spot))
        || (isApparatus(element) && share(spot) < 0.5)
        || (isNamed(element, Meaning.RARELY)
            && groupShare(spot) < 0.3
            && !element.attr("itemprop").equals("description"))
        || (strict && share(spot) < 0.1 && isNamed(element, Meaning.SELDOM));
  }

  /** The id of a heading is made of its words, which tell nothing. */
  private boolean isNamed(Element element, Meaning meaning) {
    return HEADINGS.contains(element.normalName())
        ? words.say(element.className(), meaning)
        : words.say(element, meaning);
  }

  private static boolean isArticle(Element element) {
    return MAIN_TAGS.contains(element.normalName())
        || element.attr("itemprop").equals("articleBody");
  }

  /** A wrapper that names something in it is told from the thing by what else it holds. */
  private boolean isNever(Spot spot) {
    return isNamed(spot.element, Meaning.NEVER)
        && share(spot) < (words.say(spot.element, Meaning.ARTICLE) ? 0.3 : 0.9)
        && spot.tally.headings == 0;
  }

  /** Scripts show what is hidden at first; when that is nearly all, it is the article. */
  private boolean isDispensable(Spot spot) {
    return share(spot) < 0.6 || all - spot.tally.prose > ENOUGH;
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

  private double share(Spot spot) {
    return spot.tally.prose / all;
  }

  private double groupShare(Spot spot) {
    return Math.max(share(spot), groups.getOrDefault(spot.element.className(), 0.0) / all);
  }
}
