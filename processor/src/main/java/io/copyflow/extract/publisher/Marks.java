package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * Lists of CSS selectors, asked of every element of every article, all lists at once: the simple
 * ones (a tag, a class, an id, an attribute) are looked up in tables, only the others are
 * evaluated. Immutable and thread-safe.
 */
public final class Marks {

  private static final Pattern SIMPLE =
      Pattern.compile(
          "(?<tag>[a-z][a-z0-9-]*)|\\.(?<class>[\\w-]+)|#(?<id>[\\w-]+)"
              + "|\\[(?<attr>[\\w:-]+)(?:(?<op>[*^]?)=\"?(?<value>[^\"\\]]*)\"?)?]");

  private final Map<String, Integer> tags = new HashMap<>();
  private final ClassMarks classes = new ClassMarks();
  private final Map<String, List<Condition>> attributes = new HashMap<>();
  private final List<GuardedSelector> others = new ArrayList<>();

  /** All marks that any selector gives. */
  private final int known;

  /** A condition on an attribute's value. */
  private record Condition(String operator, String value, int mark) {
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
  public Marks(Map<Mark, List<String>> selectors) {
    int all = 0;
    for (var entry : selectors.entrySet()) {
      int mark = entry.getKey().bit();
      entry.getValue().forEach(selector -> add(selector, mark));
      all |= entry.getValue().isEmpty() ? 0 : mark;
    }
    this.known = all;
  }

  /** What an element is, {@link Mark#in} tells what of it. */
  public int of(Element element) {
    int marks = tags.getOrDefault(element.normalName(), 0);
    if (element.attributesSize() > 0) {
      marks |= ofAttributes(element);
    }
    for (int i = 0; i < others.size(); i++) {
      GuardedSelector other = others.get(i);
      marks |= (marks & other.mark()) == 0 && other.matches(element) ? other.mark() : 0;
    }
    return marks;
  }

  /** True when any selector gives a mark. */
  public boolean give(Mark mark) {
    return mark.in(known);
  }

  private void add(String selector, int mark) {
    Matcher simple = SIMPLE.matcher(selector);
    if (!simple.matches()) {
      others.add(GuardedSelector.of(selector, mark));
    } else if (simple.group("tag") != null) {
      tags.merge(simple.group("tag"), mark, (one, other) -> one | other);
    } else if (simple.group("class") != null) {
      classes.add(simple.group("class"), mark);
    } else if (simple.group("id") != null) {
      condition("id", new Condition("", simple.group("id"), mark));
    } else {
      String value = simple.group("value");
      boolean any = value == null;
      String operator = any ? "any" : simple.group("op");
      condition(simple.group("attr"), new Condition(operator, any ? "" : value, mark));
    }
  }

  private void condition(String attribute, Condition condition) {
    attributes.computeIfAbsent(attribute, key -> new ArrayList<>()).add(condition);
  }

  private int ofAttributes(Element element) {
    int marks = 0;
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (name.equals("class")) {
        marks |= classes.of(attribute.getValue());
      }
      List<Condition> conditions = attributes.get(name);
      if (conditions != null) {
        marks |= holding(conditions, attribute.getValue());
      }
    }
    return marks;
  }

  private static int holding(List<Condition> conditions, String value) {
    int marks = 0;
    for (Condition condition : conditions) {
      marks |= condition.holds(value) ? condition.mark() : 0;
    }
    return marks;
  }
}
