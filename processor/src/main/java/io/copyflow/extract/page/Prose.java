package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * How much prose stands in each element of a page: one pass, linear in the page. Not thread-safe:
 * one per page.
 */
final class Prose implements NodeVisitor {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
          "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr");

  /** Elements that are paragraphs, not containers of some. */
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "td", "th");

  private static final String SCRIPT = "javascript:";

  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");

  /** How much of a paragraph counts for its container, and for those around that one. */
  private static final double[] SHARES = {1, 0.5, 0.2, 0.1, 0.05};

  private final IdentityHashMap<Element, Tally> tallies = new IdentityHashMap<>();
  private final List<Element> elements = new ArrayList<>();
  private final Run run = new Run();
  private @Nullable Element owner;
  private int linkDepth;
  private int silentDepth;

  /** Measures an element and everything in it. */
  static Prose measure(Element root) {
    var prose = new Prose();
    root.traverse(prose);
    return prose;
  }

  /** What stands in an element; nothing for one that was not measured. */
  Tally at(@Nullable Element element) {
    Tally tally = tallies.get(element);
    return tally == null ? new Tally() : tally;
  }

  /** All that was measured, in the order of the page. */
  List<Element> elements() {
    return elements;
  }

  /** True for an element that stands inside a line. */
  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  /** What starts a script leads nowhere: footnotes and words to look up are text. */
  static boolean isLink(Element element) {
    return element.normalName().equals("a")
        && !element.attr("href").regionMatches(true, 0, SCRIPT, 0, SCRIPT.length());
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (silentDepth == 0) {
        run.append(text.getWholeText(), linkDepth > 0);
      }
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    linkDepth -= isLink(element) ? 1 : 0;
    silentDepth -= SILENT.contains(name) ? 1 : 0;
    if (!INLINE.contains(name)) {
      flush();
      owner = element.parent();
    }
    Element parent = element.parent();
    if (parent != null && tallies.containsKey(parent)) {
      at(parent).add(at(element));
    }
  }

  private void enter(Element element) {
    String name = element.normalName();
    var tally = new Tally();
    tally.elements = 1;
    tally.headings = name.equals("h1") ? 1 : 0;
    tallies.put(element, tally);
    elements.add(element);
    linkDepth += isLink(element) ? 1 : 0;
    silentDepth += SILENT.contains(name) ? 1 : 0;
    if (!INLINE.contains(name)) {
      flush();
      owner = element;
    }
  }

  private void flush() {
    Element block = owner;
    if (block != null && run.length > 0) {
      Tally tally = at(block);
      tally.length += run.length;
      tally.linked += run.linked;
      double prose = run.prose();
      tally.prose += prose;
      credit(block, prose);
    }
    run.clear();
  }

  private void credit(Element block, double prose) {
    Element container = PARAGRAPHS.contains(block.normalName()) ? block.parent() : block;
    for (int i = 0; i < SHARES.length && container != null && prose > 0; i++) {
      at(container).score += prose * SHARES[i];
      container = container.parent();
    }
  }
}
