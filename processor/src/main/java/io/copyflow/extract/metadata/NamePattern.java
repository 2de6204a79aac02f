package io.copyflow.extract.metadata;

import io.copyflow.extract.publisher.LinePatterns;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Asks classes and ids whether a pattern is found in them. A page has few names on many elements,
 * so each is asked once. Not thread-safe: one per page.
 */
final class NamePattern {

  private final LinePatterns pattern;
  private final Map<String, Boolean> answers = new HashMap<>();

  NamePattern(LinePatterns pattern) {
    this.pattern = pattern;
  }

  /** True when the pattern is found in the element's class. */
  boolean inClass(Element element) {
    return find(element.className());
  }

  /** True when the pattern is found in the element's class and id, with a space between them. */
  boolean inNames(Element element) {
    return find(element.className() + " " + element.id());
  }

  private boolean find(String names) {
    return answers.computeIfAbsent(names, key -> pattern.find(key) != null);
  }
}
