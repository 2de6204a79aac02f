package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Chooses which part of a page is the article. Changes the page that it is given. */
final class MainText {

  private MainText() {}

  /** The article alone, in an element that holds nothing else. */
  static Element of(Element body, PageFacts facts, Vocabulary words) {
    Prose prose = Prose.measure(body);
    @Nullable Element standfirst = Standfirst.find(prose, facts, words);
    Pruning.page(prose, words);
    Spot best = new Candidates(words, prose, facts.title()).best();
    Element main = gathered(Siblings.join(best, prose, words));
    clean(main, words);
    if (standfirst != null && !isIn(main, standfirst)) {
      main.prependChild(new Element("p").text(standfirst.text()));
    }
    return main;
  }

  /** Whether it stands there, or something of the same words. */
  private static boolean isIn(Element main, Element standfirst) {
    return standfirst.parents().contains(main) || main.text().contains(standfirst.text());
  }

  /**
   * The article of a page whose names mislead: nothing is left out but what is no text by its tag.
   */
  static Element unpruned(Element body, PageFacts facts) {
    var words = new Vocabulary();
    Prose prose = Prose.measure(body);
    Spot best = new Candidates(words, prose, facts.title()).best();
    Element main = gathered(Siblings.join(best, prose, words));
    Trays.drop(Prose.measure(main));
    return main;
  }

  /** All of a piece of markup but the apparatus in it. */
  static Element whole(Element body, Vocabulary words) {
    clean(body, words);
    var main = new Element("div");
    main.insertChildren(0, List.copyOf(body.childNodes()));
    return main;
  }

  private static void clean(Element main, Vocabulary words) {
    Prose prose = Prose.measure(main);
    Captions.mark(prose, words);
    Pruning.part(prose, words);
    Lines.drop(prose);
    Trays.drop(prose);
  }

  private static Element gathered(List<Element> parts) {
    var main = new Element("div");
    Removal.of(parts);
    main.appendChildren(parts);
    return main;
  }
}
