package io.copyflow.extract.body;

import io.copyflow.extract.publisher.Mark;
import io.copyflow.extract.publisher.Marks;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a caption without the labels that only screen readers should say. */
final class CaptionText {

  private CaptionText() {}

  static String of(Element caption, Marks marks) {
    var text = new StringBuilder();
    caption.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText());
            }
            boolean label = depth > 0 && node instanceof Element e && isLabel(e, marks);
            return label ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
          }
        });
    return text.toString();
  }

  private static boolean isLabel(Element element, Marks marks) {
    return Role.of(element) == Role.SILENT || Mark.DROP.in(marks.of(element));
  }
}
