package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Lines of a page that may show when its article was issued, the most likely ones first. Not
 * thread-safe: one per page.
 */
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

  private final NamePattern dated = new NamePattern(NAMES);
  private final NamePattern elsewhere = new NamePattern(ELSEWHERE);
  private final List<String> named = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private VisibleDates() {}

  static List<String> in(Document page) {
    var dates = new VisibleDates();
    page.body().stream().forEach(dates::sort);
    return Stream.concat(dates.named.stream(), dates.others.stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private void sort(Element element) {
    boolean marked = element.hasAttr("datetime");
    String text = marked ? element.attr("datetime") : own(element);
    boolean hasYear = text.length() <= LONGEST && YEAR.matcher(text).find();
    if (!hasYear || named.size() >= MOST || isElsewhere(element)) {
      return;
    }
    if (marked || isNamed(element)) {
      named.add(text);
    } else if (others.size() < MOST) {
      others.add(text);
    }
  }

  /** Its own text, with that of what is set off in it: sites put each part in a box of its own. */
  private static String own(Element element) {
    if (!mayHoldYear(element) || !YEAR.matcher(element.ownText()).find()) {
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

  /** A cheap look before the text is gathered: no year is without a digit. */
  private static boolean mayHoldYear(Element element) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text && hasDigit(text.getWholeText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(Element element) {
    Element parent = element.parent();
    return element.normalName().equals("time")
        || dated.inNames(element)
        || (parent != null && dated.inNames(parent));
  }

  private boolean isElsewhere(Element element) {
    Element at = element;
    for (int i = 0; i < 8 && at != null && !at.normalName().equals("body"); i++) {
      String tag = at.normalName();
      if (tag.equals("footer") || tag.equals("aside") || elsewhere.inNames(at)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }
}
