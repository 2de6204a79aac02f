package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Chooses which part of a page is the article. Changes the page that it is given. */
final class MainText {

  private static final Set<String> TRAY =
      Set.of("ul", "ol", "dl", "div", "section", "table", "tr", "p");

  private static final Set<String> STOP = Set.of("article", "main", "body", "html");

  private final Vocabulary words;
  private final Element body;

  private MainText(Vocabulary words, Element body) {
    this.words = words;
    this.body = body;
  }

  /** The article alone, in an element that holds nothing else. */
  static Element of(Element body, PageFacts facts, Vocabulary words) {
    Element standfirst = Standfirst.find(body, facts, words);
    Pruning.page(body, words);
    Element main = new MainText(words, body).main();
    Pruning.part(main, words);
    dropTrays(main);
    if (standfirst != null && !main.text().contains(standfirst.text())) {
      main.prependChild(new Element("p").text(standfirst.text()));
    }
    return main;
  }

  /** All of a piece of markup but the apparatus in it. */
  static Element whole(Element body, Vocabulary words) {
    Pruning.part(body, words);
    dropTrays(body);
    var main = new Element("div");
    main.insertChildren(0, List.copyOf(body.childNodes()));
    return main;
  }

  private Element main() {
    Prose prose = Prose.measure(body);
    Element best = best(prose);
    var main = new Element("div");
    for (Element part : withSiblings(best, prose)) {
      main.appendChild(part);
    }
    return main;
  }

  private Element best(Prose prose) {
    Element best = body;
    double top = 0;
    double all = prose.at(body).prose;
    for (Element element : body.getAllElements()) {
      Tally tally = prose.at(element);
      double score = tally.score * (1 - tally.linkDensity()) * bonus(element, tally.prose, all);
      if (score > top) {
        top = score;
        best = element;
      }
    }
    return best;
  }

  private double bonus(Element element, double prose, double all) {
    if (element.attr("itemprop").equals("articleBody") && prose > all / 4) {
      return 2;
    }
    if (words.article().match(element)) {
      return 1.25;
    }
    return words.seldom().match(element) ? 0.7 : 1;
  }

  private static List<Element> withSiblings(Element best, Prose prose) {
    if (best.parent() == null || best.normalName().equals("body")) {
      return List.of(best);
    }
    List<Element> parts = List.of(best);
    Element node = best;
    for (int level = 0;
        level < 7 && node.parent() != null && !STOP.contains(node.normalName());
        level++) {
      Element parent = node.parent();
      var next = new ArrayList<Element>();
      for (Element sibling : parent.children()) {
        if (sibling == node) {
          next.addAll(parts);
        } else if (belongs(sibling, node, best, prose)) {
          next.add(sibling);
        }
      }
      parts = next;
      node = parent;
    }
    return parts;
  }

  private static boolean belongs(Element sibling, Element node, Element best, Prose prose) {
    Tally tally = prose.at(sibling);
    boolean kin = !node.className().isEmpty() && node.className().equals(sibling.className());
    double share = tally.prose / Math.max(1, prose.at(best).prose);
    if (sibling.normalName().equals("p")) {
      return node == best && tally.prose > 80 && tally.linkDensity() < 0.25;
    }
    return share > (kin ? 0.02 : node == best ? 0.2 : 0.2) && tally.linkDensity() < 0.25;
  }

  private static void dropTrays(Element main) {
    Prose prose = Prose.measure(main);
    var doomed = new ArrayList<Element>();
    for (Element element : main.getAllElements()) {
      if (element != main && TRAY.contains(element.normalName())) {
        Tally tally = prose.at(element);
        if (tally.linkDensity() > 0.5
            && tally.length > 0
            && tally.prose < 50
            && !element.normalName().equals("p")) {
          doomed.add(element);
        }
      }
    }
    doomed.forEach(Node::remove);
  }
}
