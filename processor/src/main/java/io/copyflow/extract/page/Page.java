package io.copyflow.extract.page;

import io.copyflow.extract.metadata.PageFacts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page or a bare piece of HTML taken apart.
 *
 * @param facts what it says of its article for machines
 * @param main the article's own markup, and nothing around it
 */
public record Page(PageFacts facts, Element main) {

  /**
   * Takes a whole page apart, looking for the article in it.
   *
   * @param html the page
   * @param url where it was fetched from; null when unknown
   */
  public static Page of(String html, @Nullable String url) {
    Document page = parse(html, url);
    PageFacts facts = PageFacts.of(page);
    Element main = MainText.of(page.body(), facts, new Vocabulary());
    if (Fallback.isPoor(main)) {
      main = Fallback.richer(main, MainText.unpruned(parse(html, null).body(), facts));
    }
    main = Fallback.richer(main, facts.body());
    return new Page(facts, Fallback.isPoor(main) ? fromData(html, main) : main);
  }

  /**
   * Takes a bare piece of HTML apart, all of which is the article and what belongs to it.
   *
   * @param html the piece
   * @param url where it was fetched from; null when unknown
   */
  public static Page ofFragment(String html, @Nullable String url) {
    Document page = parse(html, url);
    PageFacts facts = PageFacts.of(page);
    return new Page(facts, MainText.whole(page.body(), new Vocabulary()));
  }

  /** The text that scripts would show, if it is more than what the markup holds. */
  private static Element fromData(String html, Element main) {
    @Nullable String data = DataText.find(parse(html, null));
    return data == null
        ? main
        : Fallback.richer(
            main, MainText.whole(Jsoup.parseBodyFragment(data).body(), new Vocabulary()));
  }

  private static Document parse(String html, @Nullable String url) {
    Document page = url == null ? Jsoup.parse(html) : Jsoup.parse(html, url);
    if (html.contains("</ruby>")) {
      // How characters are read aloud is written between them, and no part of the text.
      Removal.of(page.select("rt, rp"));
    }
    return page;
  }
}
