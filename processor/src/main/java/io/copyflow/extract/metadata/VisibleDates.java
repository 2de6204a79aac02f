package io.copyflow.extract.metadata;

import io.copyflow.extract.publisher.LinePatterns;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Those of a year, or of a day and a month with a short year. */
  private static final int DIGITS = 4;

  /** Names of what shows a date, in the languages of class names. */
  private static final LinePatterns NAMES =
      LinePatterns.of(
          "(?i)date|datum|fecha|(?<!run|some|over|life)time(?!line|r)|publi|posted|stamp|byline|entry-meta|post-?meta|article-?meta|meta-?info|pub_|infos?(?:$|[\\s_-])|source|created|dato|data(?:$|[\\s_-])");

  /** Regions whose dates are those of other articles, or of readers. */
  private static final LinePatterns ELSEWHERE =
      LinePatterns.of("(?i)comment|related|recent|latest|popular|copyright|weather");

  private static final Pattern RIGHTS =
      Pattern.compile("(?i)(?:©|\\(c\\)|copyright)[^\\d]{0,20}(?:19|20)\\d{2}");

  private enum Region {
    OWN,
    BESIDE,
    ELSEWHERE
  }

  /** Words of the layout: beside the text, or below it. */
  private static final LinePatterns BESIDE = LinePatterns.of("(?i)sidebar|footer");

  /** Headers of sites show the day of the visit. */
  private static final Set<String> AROUND = Set.of("header", "nav", "footer");

  /** A year of two digits is one where a date is announced. */
  private static final Pattern SHORT =
      Pattern.compile("(?<![\\d.,])\\d{1,2}\\.\\s?\\d{1,2}\\.\\d{2}(?![\\d.,])");

  /** A paragraph may begin with its date. */
  private static final Pattern AT_START =
      Pattern.compile(
          "^[(\\[]?\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{L}{3,10})\\s?(?:19|20)\\d{2}(?!\\d)");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private final NamePattern dated = new NamePattern(NAMES);
  private final NamePattern elsewhere = new NamePattern(ELSEWHERE);
  private final NamePattern beside = new NamePattern(BESIDE);
  private final List<String> named = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /** Lines of the layout around the article: the last that are asked. */
  private final List<String> besides = new ArrayList<>();

  /** What holds a main heading, at any depth. */
  private final Set<Element> headed = Collections.newSetFromMap(new IdentityHashMap<>());

  private VisibleDates(List<Element> headings) {
    headings.forEach(this::addBoxesOf);
  }

  private void addBoxesOf(Element heading) {
    Element box = heading;
    while (box != null && headed.add(box)) {
      box = box.parent();
    }
  }

  static List<String> in(PageIndex page) {
    var dates = new VisibleDates(page.tagged("h1"));
    page.body().forEach(dates::sort);
    return Stream.of(dates.named, dates.others, dates.besides)
        .flatMap(List::stream)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private void sort(Element element) {
    boolean marked = element.hasAttr("datetime");
    String text = marked ? element.attr("datetime") : own(element);
    if (text.isEmpty()) {
      return;
    }
    boolean hasYear = YEAR.matcher(text).find();
    boolean isLine = text.length() <= LONGEST && (hasYear || SHORT.matcher(text).find());
    if (!isLine || named.size() >= MOST || RIGHTS.matcher(text).find()) {
      return;
    }
    switch (region(element)) {
      case OWN -> add(text, marked || isNamed(element) ? named : hasYear ? others : besides);
      case BESIDE -> add(text, besides);
      case ELSEWHERE -> {}
    }
  }

  private static void add(String text, List<String> lines) {
    if (lines.size() < MOST) {
      lines.add(text);
    }
  }

  /** Its own text, with that of what is set off in it: sites put each part in a box of its own. */
  private String own(Element element) {
    if (!mayHoldDate(element)) {
      return "";
    }
    String ownText = element.ownText();
    if (!YEAR.matcher(ownText).find() && !SHORT.matcher(ownText).find()) {
      return "";
    }
    var text = new StringBuilder();
    for (Node node : element.childNodes()) {
      text.append(node instanceof TextNode own ? own.getWholeText() : "");
      text.append(node instanceof Element part ? " " + part.ownText() + " " : "");
    }
    String whole = Fold.line(text.toString());
    if (whole.length() <= LONGEST) {
      return whole;
    }
    Matcher start = AT_START.matcher(whole);
    return start.find() ? start.group() : sentence(element, Fold.line(ownText));
  }

  /** Blogs say in a long sentence when an entry was posted, and how to comment on it. */
  private String sentence(Element element, String ownText) {
    return ownText.length() > LONGEST && isNamed(element) ? ownText.substring(0, LONGEST) : ownText;
  }

  /** A cheap look before the text is gathered: every date has four digits. */
  private static boolean mayHoldDate(Element element) {
    int digits = 0;
    for (int i = 0; i < element.childNodeSize() && digits < DIGITS; i++) {
      digits += element.childNode(i) instanceof TextNode text ? digits(text.getWholeText()) : 0;
    }
    return digits >= DIGITS;
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  private boolean isNamed(Element element) {
    Element parent = element.parent();
    return element.normalName().equals("time")
        || dated.inNames(element)
        || (parent != null && dated.inNames(parent));
  }

  /** What holds the headline, or stands within an article, is the article's own. */
  private Region region(Element element) {
    boolean isBeside = false;
    Element at = element;
    for (int i = 0; i < 8 && at != null && !at.normalName().equals("body"); i++) {
      boolean isElse = elsewhere.inNames(at) || at.normalName().equals("aside");
      if (isElse && !holdsHeadline(at)) {
        return Region.ELSEWHERE;
      }
      boolean below = AROUND.contains(at.normalName()) || beside.inNames(at);
      isBeside = !at.normalName().equals("article") && (isBeside || (below && !holdsHeadline(at)));
      at = at.parent();
    }
    return isBeside ? Region.BESIDE : Region.OWN;
  }

  private boolean holdsHeadline(Element box) {
    return headed.contains(box);
  }
}
