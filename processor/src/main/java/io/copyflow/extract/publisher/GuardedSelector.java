package io.copyflow.extract.publisher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A selector that takes an evaluation, which a look at the element's name or at one attribute often
 * spares.
 *
 * @param evaluator the selector
 * @param tag the only name of elements that match; null when it has to do with any
 * @param attribute one that they all have; null when not known
 * @param mark what a match means
 */
record GuardedSelector(
    Evaluator evaluator, @Nullable String tag, @Nullable String attribute, int mark) {

  private static final Pattern START =
      Pattern.compile("(?<tag>[a-z][a-z0-9-]*)(?![\\w|-]).*|\\[(?<attr>[\\w:-]+)[=\\]*^$~].*");

  static GuardedSelector of(String selector, int mark) {
    Matcher start = START.matcher(last(selector));
    boolean known = start.matches();
    return new GuardedSelector(
        QueryParser.parse(selector),
        known ? start.group("tag") : null,
        known ? start.group("attr") : null,
        mark);
  }

  boolean matches(Element element) {
    return (tag == null || element.normalName().equals(tag))
        && (attribute == null || element.hasAttr(attribute))
        && element.is(evaluator);
  }

  /** What a selector says of the element itself; empty when it has several ways to match. */
  private static String last(String selector) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < selector.length(); i++) {
      char c = selector.charAt(i);
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && c == ',') {
        return "";
      }
      start = depth == 0 && " >+~".indexOf(c) >= 0 ? i + 1 : start;
    }
    return selector.substring(start);
  }
}
