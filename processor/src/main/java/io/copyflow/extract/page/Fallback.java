package io.copyflow.extract.page;

import io.copyflow.extract.text.Letters;
import java.util.Iterator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What to take for the article when looking for it found next to nothing. */
final class Fallback {

  /** Letters of a text that is hardly an article. */
  private static final int POOR = 200;

  /** How many times longer another reading must be to take the place of the first. */
  private static final double RICHER = 2.5;

  private Fallback() {}

  static boolean isPoor(Element main) {
    return !isRich(main) && main.text().length() < POOR;
  }

  /** A count of what is certainly text, which ends as soon as there is enough. */
  private static boolean isRich(Element main) {
    int letters = 0;
    for (Iterator<TextNode> texts = main.nodeStream(TextNode.class).iterator();
        texts.hasNext() && letters < POOR; ) {
      String text = texts.next().getWholeText();
      for (int i = 0; i < text.length(); i++) {
        letters += Letters.isOne(text.charAt(i)) ? 1 : 0;
      }
    }
    return letters >= POOR;
  }

  /** The other reading, if it holds far more. */
  static Element richer(Element main, Element other) {
    return other.text().length() > POOR + RICHER * main.text().length() ? other : main;
  }

  /** The text that the page repeats for machines, if it holds far more than readers see. */
  static Element richer(Element main, @Nullable String body) {
    if (body == null || body.length() < POOR + RICHER * main.text().length()) {
      return main;
    }
    String html = body.indexOf('<') < 0 ? "<p>" + body.replace("\n", "<p>") : body;
    var repeated = new Element("div");
    repeated.html(html);
    return richer(main, repeated);
  }
}
