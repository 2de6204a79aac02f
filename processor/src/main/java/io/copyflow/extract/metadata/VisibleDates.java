package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Lines of a page that may show when its article was issued, the most likely ones first. */
final class VisibleDates {

  private static final int LONGEST = 120;
  private static final int MOST = 60;

  /** Names of what shows a date, in the languages of class names. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)date|datum|fecha|(?<!run|some|over|life)time(?!line|r)|publi|posted|stamp|byline|entry-meta|post-meta|article-?meta|meta-?info|pub_|infos?(?:$|[\\s_-])|source|created|dato|data(?:$|[\\s_-])");

  /** Regions whose dates are those of other articles, or of readers. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i)comment|related|sidebar|footer|recent|latest|popular|copyright|weather");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private VisibleDates() {}

  static List<String> in(Document page) {
    var named = new ArrayList<String>();
    var others = new ArrayList<String>();
    page.body().stream()
        .filter(element -> !element.ownText().isEmpty() || element.hasAttr("datetime"))
        .forEach(element -> sort(element, named, others));
    named.addAll(others);
    return named.stream().distinct().limit(MOST).toList();
  }

  private static void sort(Element element, List<String> named, List<String> others) {
    String text = element.hasAttr("datetime") ? element.attr("datetime") : own(element);
    boolean dated = text.length() <= LONGEST && YEAR.matcher(text).find();
    if (!dated || named.size() >= MOST || isElsewhere(element)) {
      return;
    }
    if (element.hasAttr("datetime") || isNamed(element)) {
      named.add(text);
    } else if (others.size() < MOST) {
      others.add(text);
    }
  }

  /** Its own text, with that of what is set off in it: sites put each part in a box of its own. */
  private static String own(Element element) {
    if (!YEAR.matcher(element.ownText()).find()) {
      return "";
    }
    var text = new StringBuilder();
    for (Node node : element.childNodes()) {
      text.append(node instanceof TextNode own ? own.getWholeText() : "");
      text.append(node instanceof Element part ? " " + part.ownText() + " " : "");
    }
    String whole = Fold.line(text.toString());
    return whole.length() > LONGEST ? Fold.line(element.ownText()) : whole;
  }

  private static boolean isNamed(Element element) {
    Element parent = element.parent();
    return element.normalName().equals("time")
        || NAMES.matcher(names(element)).find()
        || (parent != null && NAMES.matcher(names(parent)).find());
  }

  private static boolean isElsewhere(Element element) {
    Element at = element;
    for (int i = 0; i < 8 && at != null && !at.normalName().equals("body"); i++) {
      String tag = at.normalName();
      if (tag.equals("footer") || tag.equals("aside") || ELSEWHERE.matcher(names(at)).find()) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private static String names(Element element) {
    return element.className() + " " + element.id();
  }
}
