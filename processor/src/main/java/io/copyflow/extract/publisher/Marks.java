package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * A list of CSS selectors, asked of every element of every article: the simple ones (a tag, a
 * class, an id, an attribute) are looked up in tables, only the others are evaluated. Immutable and
 * thread-safe.
 */
public final class Marks {

  private static final Pattern SIMPLE =
      Pattern.compile(
          "(?<tag>[a-z][a-z0-9-]*)|\\.(?<class>[\\w-]+)|#(?<id>[\\w-]+)"
              + "|\\[(?<attr>[\\w:-]+)(?:(?<op>[*^]?)=\"?(?<value>[^\"\\]]*)\"?)?]");

  private final Set<String> tags = new HashSet<>();
  private final Set<String> classes = new HashSet<>();
  private final Map<String, List<Condition>> attributes = new HashMap<>();
  private final List<Evaluator> others = new ArrayList<>();

  /** A condition on an attribute's value. */
  private record Condition(String operator, String value) {
    boolean holds(String actual) {
      return switch (operator) {
        case "any" -> true;
        case "*" -> actual.contains(value);
        case "^" -> actual.startsWith(value);
        default -> actual.equals(value);
      };
    }
  }

  /**
   * Compiles selectors.
   *
   * @throws SelectorParseException when one is no CSS selector
   */
  public Marks(List<String> selectors) {
    selectors.forEach(this::add);
  }

  /** True when any of the selectors matches. */
  public boolean match(Element element) {
    return tags.contains(element.normalName())
        || (element.attributesSize() > 0 && matchesAttributes(element))
        || matchesOthers(element);
  }

  /** True when there is no selector at all. */
  public boolean isEmpty() {
    return tags.isEmpty() && classes.isEmpty() && attributes.isEmpty() && others.isEmpty();
  }

  private void add(String selector) {
    Matcher simple = SIMPLE.matcher(selector);
    if (!simple.matches()) {
      others.add(QueryParser.parse(selector));
    } else if (simple.group("tag") != null) {
      tags.add(simple.group("tag"));
    } else if (simple.group("class") != null) {
      classes.add(simple.group("class"));
    } else if (simple.group("id") != null) {
      condition("id", new Condition("", simple.group("id")));
    } else {
      String value = simple.group("value");
      boolean any = value == null;
      String operator = any ? "any" : simple.group("op");
      condition(simple.group("attr"), new Condition(operator, any ? "" : value));
    }
  }

  private void condition(String attribute, Condition condition) {
    attributes.computeIfAbsent(attribute, key -> new ArrayList<>()).add(condition);
  }

  private boolean matchesAttributes(Element element) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (name.equals("class") && hasClass(attribute.getValue())) {
        return true;
      }
      List<Condition> conditions = attributes.get(name);
      if (conditions != null && holdsAny(conditions, attribute.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsAny(List<Condition> conditions, String value) {
    for (Condition condition : conditions) {
      if (condition.holds(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasClass(String names) {
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || Character.isWhitespace(names.charAt(i))) {
        if (i > start && classes.contains(names.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private boolean matchesOthers(Element element) {
    for (Evaluator other : others) {
      if (element.is(other)) {
        return true;
      }
    }
    return false;
  }
}
