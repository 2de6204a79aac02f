package io.copyflow.extract.body;

import io.copyflow.extract.publisher.Mark;
import io.copyflow.extract.publisher.Marks;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Elements that name dates and authors for machines, in the order of the body. Not thread-safe: one
 * per body.
 */
final class Marked {

  private final Marks marks;
  private final List<Element> elements = new ArrayList<>();

  Marked(Marks marks) {
    this.marks = marks;
  }

  /** Those of a whole body. */
  static Marked in(Element body, Marks marks) {
    var marked = new Marked(marks);
    body.stream().forEach(element -> marked.see(element, marks.of(element)));
    return marked;
  }

  List<Element> elements() {
    return elements;
  }

  /** Takes an element when it is one. */
  void see(Element element, int found) {
    boolean isMarked = Mark.DATE.in(found) || Mark.AUTHOR.in(found);
    if (isMarked && element.attributesSize() > 0) {
      elements.add(element);
    }
  }

  /** Takes those inside of an element that nobody enters. */
  void seeInside(Element element) {
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      child.stream().forEach(inner -> see(inner, marks.of(inner)));
    }
  }
}
