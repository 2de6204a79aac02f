package io.copyflow.extract.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;

/**
 * The elements of a page that its readers ask for, found in one walk: a dozen selectors that each
 * walk the page took longer than parsing it. Stays true as long as nobody changes the page. Not
 * thread-safe: one per page.
 */
final class PageIndex implements NodeVisitor {

  private static final Set<String> TAGS = Set.of("base", "h1", "html", "link", "meta", "script");

  private final Document page;
  private final Element body;
  private final String title;
  private final Map<String, List<Element>> tagged = new HashMap<>();
  private final List<Element> marked = new ArrayList<>();
  private final List<Element> pictures = new ArrayList<>();
  private final List<Element> inBody = new ArrayList<>();
  private boolean isInBody;

  private PageIndex(Document page) {
    this.page = page;
    this.body = page.body();
    this.title = page.title();
  }

  static PageIndex of(Document page) {
    var index = new PageIndex(page);
    page.traverse(index);
    return index;
  }

  Document page() {
    return page;
  }

  /** The text of the title element, white space folded. */
  String title() {
    return title;
  }

  /** All elements of one of the tags that are kept, in the order of the page. */
  List<Element> tagged(String tag) {
    return tagged.getOrDefault(tag, List.of());
  }

  /** The first of them that a selector matches. */
  Optional<Element> first(String tag, Evaluator selector) {
    return tagged(tag).stream().filter(element -> selector.matches(page, element)).findFirst();
  }

  /** Elements with a property or a relation of their own that a selector matches. */
  Stream<Element> marked(Evaluator selector) {
    return marked.stream().filter(element -> selector.matches(page, element));
  }

  /** Pictures, and the other sizes of each before it. */
  List<Element> pictures() {
    return pictures;
  }

  /** The body and all elements in it, in the order of the page. */
  List<Element> body() {
    return inBody;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      isInBody |= element.equals(body);
      if (isInBody) {
        inBody.add(element);
      }
      sort(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    isInBody &= !node.equals(body);
  }

  private void sort(Element element) {
    String tag = element.normalName();
    if (TAGS.contains(tag)) {
      tagged.computeIfAbsent(tag, key -> new ArrayList<>()).add(element);
    } else if (tag.equals("img") || (tag.equals("source") && isOfPicture(element))) {
      pictures.add(element);
    }
    if (element.attributesSize() > 0
        && (element.attributes().hasKey("itemprop") || element.attributes().hasKey("rel"))) {
      marked.add(element);
    }
  }

  private static boolean isOfPicture(Element source) {
    return source.parent() != null && source.parent().nameIs("picture");
  }
}
