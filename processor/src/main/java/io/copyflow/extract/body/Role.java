package io.copyflow.extract.body;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What an element means by its name alone. */
enum Role {
  /** Never article text, whatever it holds. */
  SILENT(
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
      "share-modal"),
  /** A paragraph, or a container of some. */
  BLOCK(
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
      "section",
      "summary",
      "table",
      "tbody",
      "tfoot",
      "thead",
      "tr",
      "ul"),
  /** A block whose line ends count. */
  PREFORMATTED("pre"),
  /** A heading. */
  HEADING("h1", "h2", "h3", "h4", "h5", "h6"),
  /** An item of a list. */
  ITEM("li"),
  /** A cell of a table: the next one stands apart. */
  CELL("td", "th"),
  /** A link. */
  LINK("a"),
  /** A picture. */
  PICTURE("img"),
  /** A video. */
  VIDEO("video"),
  /** A sound. */
  AUDIO("audio"),
  /** A player of another site. */
  EMBED("iframe"),
  /** What shows where scripts do not run: lazy pictures. */
  NOSCRIPT("noscript"),
  /** The end of a line. */
  BREAK("br"),
  /** Any other: part of the text around it. */
  INLINE;

  private static final String SCRIPT = "javascript:";

  private static final Map<String, Role> BY_NAME = new HashMap<>();

  static {
    for (Role role : values()) {
      for (String name : role.names) {
        BY_NAME.put(name, role);
      }
    }
  }

  private final String[] names;

  Role(String... names) {
    this.names = names;
  }

  static Role of(Element element) {
    Role role = BY_NAME.getOrDefault(element.normalName(), INLINE);
    return role == LINK && startsScript(element) ? INLINE : role;
  }

  /** A link that starts a script leads nowhere: a footnote, a word to look up. */
  private static boolean startsScript(Element link) {
    return link.attr("href").regionMatches(true, 0, SCRIPT, 0, SCRIPT.length());
  }

  /** True when it begins and ends a block of text. */
  boolean isBlock() {
    return this == BLOCK || this == PREFORMATTED || this == HEADING || this == ITEM;
  }

  /** The kind of the block that it begins. */
  Block.Kind kind() {
    return switch (this) {
      case HEADING -> Block.Kind.HEADING;
      case ITEM -> Block.Kind.ITEM;
      default -> Block.Kind.PARAGRAPH;
    };
  }
}
