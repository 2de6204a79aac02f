package io.copyflow.extract.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Marks captions as such ({@code figcaption}), which many sites tell only by a class or by the
 * place after a picture.
 */
final class Captions {

  private static final int LONGEST = 90;

  /** Bounds the walks from picture to caption. */
  private static final int MOST_PICTURES = 200;

  private static final Set<String> LINES = Set.of("p", "div", "span", "center", "small", "em", "i");

  /** A sentence ends so, and a caption in Chinese seldom is one. */
  private static final Pattern SENTENCE = Pattern.compile(".*[。！？!?：:；;…”」]\\s*$");

  private static final Pattern CREDIT =
      Pattern.compile(
          "^(?:图|圖|▲|△|↑|资料图|資料圖|图片|圖片|图为|圖為|摄影|攝影).{0,80}"
              + "|.{0,80}(?:摄|攝|供图|供圖|图|圖|截图|截圖|资料图|來源[^。]{0,20}|来源[^。]{0,20})[）)】\\]]?\\s*$");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private Captions() {}

  static void mark(Element main, Vocabulary words) {
    for (Element element : main.getAllElements()) {
      if (LINES.contains(element.normalName()) && isNamedSo(element, words)) {
        element.tagName("figcaption");
      }
    }
    for (Element picture : main.select("img").stream().limit(MOST_PICTURES).toList()) {
      @Nullable Element line = lineAfter(picture, main);
      if (line != null && isCaption(line.text())) {
        line.tagName("figcaption");
      }
    }
  }

  /** True for a node that shows any text. */
  static boolean hasText(Node node) {
    return node instanceof TextNode text
        ? !text.isBlank()
        : node instanceof Element element && element.hasText();
  }

  private static boolean isNamedSo(Element element, Vocabulary words) {
    return element.hasAttr("class")
        && words.caption().matchNames(element.className())
        && element.selectFirst("p + p, img, h1, h2, h3") == null;
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
  private static @Nullable Element lineAfter(Element picture, Element main) {
    Element box = picture;
    Element parent = box.parent();
    while (parent != null && !parent.equals(main) && !parent.hasText()) {
      box = parent;
      parent = box.parent();
    }
    if (parent != null && parent.normalName().equals("p")) {
      return parent;
    }
    for (Node node = box.nextSibling(); node != null; node = node.nextSibling()) {
      if (hasText(node)) {
        return node instanceof Element line && isLine(line) ? line : null;
      }
    }
    return null;
  }

  private static boolean isLine(Element line) {
    return LINES.contains(line.normalName()) && line.selectFirst("p, img, div, li") == null;
  }
}
