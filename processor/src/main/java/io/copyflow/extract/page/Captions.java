package io.copyflow.extract.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Marks captions as such ({@code figcaption}), which many sites tell only by a class or by the
 * place after a picture.
 */
final class Captions {

  private static final int LONGEST = 90;

  /** Bounds the walks from picture to caption. */
  private static final int MOST_PICTURES = 200;

  private static final int REACH = 20;

  /** Elements in a line. */
  private static final int LARGEST = 30;

  private static final Set<String> LINES = Set.of("p", "div", "span", "center", "small", "em", "i");

  /** A sentence ends so, and a caption in Chinese seldom is one. */
  private static final Pattern SENTENCE = Pattern.compile(".*[。！？!?：:；;…”」]\\s*$");

  private static final Pattern CREDIT =
      Pattern.compile(
          "^(?:图|圖|▲|△|↑|资料图|資料圖|图片|圖片|图为|圖為|摄影|攝影).{0,80}"
              + "|.{0,80}(?:摄|攝|供图|供圖|图|圖|截图|截圖|资料图|來源[^。]{0,20}|来源[^。]{0,20})[）)】\\]]?\\s*$");

  private static final Evaluator PICTURES = QueryParser.parse("img");
  private static final Evaluator CAPTIONS = QueryParser.parse("figcaption");
  private static final Evaluator NO_CAPTION = QueryParser.parse("p + p, img, h1, h2, h3");
  private static final Evaluator BLOCKS = QueryParser.parse("p, img, div, li");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private Captions() {}

  static void mark(Prose prose, Vocabulary words) {
    Element main = prose.root().element;
    unmarkText(main, prose);
    for (Spot spot : prose.elements()) {
      if (isSmallLine(spot.element, spot.tally) && isNamedSo(spot.element, words)) {
        spot.element.tagName("figcaption");
      }
    }
    for (Element picture : main.select(PICTURES).stream().limit(MOST_PICTURES).toList()) {
      @Nullable Element line = lineAfter(picture, main, prose);
      if (line != null && isCaption(line.text())) {
        line.tagName("figcaption");
      }
    }
    prose.measure();
  }

  /**
   * Picture stories are written in captions: when most of the prose stands there, it is the text.
   */
  private static void unmarkText(Element main, Prose prose) {
    List<Element> captions = main.select(CAPTIONS);
    if (captions.isEmpty()) {
      return;
    }
    double captioned = captions.stream().mapToDouble(c -> prose.at(c).prose).sum();
    if (captioned > prose.at(main).prose / 2) {
      captions.forEach(caption -> caption.tagName("div").removeAttr("class"));
    }
  }

  private static boolean isSmallLine(Element element, Tally tally) {
    return LINES.contains(element.normalName()) && tally.elements <= LARGEST;
  }

  private static boolean isNamedSo(Element element, Vocabulary words) {
    return element.hasAttr("class")
        && words.say(element.className(), Meaning.CAPTION)
        && element.selectFirst(NO_CAPTION) == null;
  }

  /** In Chinese a line under a picture is its caption when it is short and no sentence. */
  private static boolean isCaption(String text) {
    return text.length() > 1
        && text.length() <= LONGEST
        && HAN.matcher(text).find()
        && (CREDIT.matcher(text).matches()
            || text.length() <= 20
            || (text.length() <= 45 && !SENTENCE.matcher(text).matches()));
  }

  /** The first line after a picture that stands alone in its own; null when there is none. */
  private static @Nullable Element lineAfter(Element picture, Element main, Prose prose) {
    Element box = picture;
    @Nullable Element parent = box.parent();
    while (parent != null && !parent.equals(main) && prose.at(parent).length == 0) {
      box = parent;
      parent = box.parent();
    }
    if (parent == null || parent.normalName().equals("p")) {
      return parent != null && isSmallLine(parent, prose.at(parent)) ? parent : null;
    }
    @Nullable Element next = firstTextAfter(box, prose);
    return next != null && isSmallLine(next, prose.at(next)) && hasNoBlock(next) ? next : null;
  }

  /** Null when there is none within reach, or when it stands in no element of its own. */
  private static @Nullable Element firstTextAfter(Element box, Prose prose) {
    @Nullable Node node = box.nextSibling();
    for (int i = 0; i < REACH && node != null; i++) {
      if (node instanceof Element element && hasText(element, prose.at(element))) {
        return element;
      }
      if (node instanceof TextNode text && !text.isBlank()) {
        return null;
      }
      node = node.nextSibling();
    }
    return null;
  }

  /** The text of inline elements counts for the block around them only. */
  private static boolean hasText(Element element, Tally tally) {
    return tally.length > 0 || (tally.elements <= LARGEST && element.hasText());
  }

  private static boolean hasNoBlock(Element line) {
    return line.selectFirst(BLOCKS) == null;
  }
}
