package io.copyflow.extract.body;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What elements mean by their names alone. */
final class Elements {

  /** Never article text, whatever they hold. */
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "math",
          "button",
          "form",
          "input",
          "select",
          "textarea",
          "nav",
          "object",
          "embed",
          "link",
          "meta",
          "head",
          "title",
          "map",
          "canvas",
          "share-button",
          "share-modal");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "header",
          "hr",
          "html",
          "legend",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Feeds mark captions by nothing but their colour. */
  private static final Pattern GREY = Pattern.compile("(?i)color:\\s?#999");

  private Elements() {}

  static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName());
  }

  static boolean isBlock(Element element) {
    String name = element.normalName();
    return BLOCKS.contains(name) || HEADINGS.contains(name) || name.equals("li");
  }

  static boolean isCell(Element element) {
    String name = element.normalName();
    return name.equals("td") || name.equals("th");
  }

  static boolean isGreyLine(Element element) {
    return element.normalName().equals("small") && GREY.matcher(element.attr("style")).find();
  }

  static Block.Kind kind(Element element) {
    String name = element.normalName();
    if (HEADINGS.contains(name)) {
      return Block.Kind.HEADING;
    }
    return name.equals("li") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
  }
}
