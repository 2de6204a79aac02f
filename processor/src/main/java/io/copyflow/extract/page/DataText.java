package io.copyflow.extract.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in the data of a page that builds itself when it is opened: strings of JSON
 * that hold paragraphs of HTML, or templates, in scripts or in attributes of the kind {@code
 * data-*}. Linear in the page. Not thread-safe: one per page.
 */
final class DataText {

  /** Letters of a string or an attribute that may hold a text. */
  private static final int SHORTEST = 200;

  /** Letters of HTML that are worth a parse. */
  private static final int LONGEST = 500_000;

  /** Letters of data after which no more is gathered; what is larger holds no single article. */
  private static final int MOST = 2_000_000;

  /** JSON in strings of JSON. */
  private static final int DEEPEST = 2;

  /** Types of scripts that hold HTML as it is. */
  private static final Set<String> TEMPLATES =
      Set.of("text/template", "text/x-template", "text/html");

  /** The HTML under each key, in order. */
  private final Map<String, StringBuilder> found = new LinkedHashMap<>();

  private DataText() {}

  /** The longest text that stands under one key, as HTML; null when there is none. */
  static @Nullable String find(Element page) {
    var texts = new DataText();
    texts.read(texts.data(page), 1);
    return texts.found.values().stream()
        .filter(html -> html.length() <= LONGEST)
        .max(Comparator.comparingInt(StringBuilder::length))
        .map(StringBuilder::toString)
        .orElse(null);
  }

  private CharSequence data(Element page) {
    var data = new StringBuilder();
    for (Element element : page.getAllElements()) {
      if (data.length() > MOST) {
        break;
      }
      if (element.normalName().equals("script")) {
        boolean template = TEMPLATES.contains(element.attr("type"));
        (template ? found.computeIfAbsent("", k -> new StringBuilder()) : data)
            .append(element.data())
            .append('\n');
      }
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().startsWith("data-") && attribute.getValue().length() > SHORTEST) {
          data.append(attribute.getValue()).append('\n');
        }
      }
    }
    return data;
  }

  /** Reads all strings between quotes; what is not JSON gives strings too, but no text. */
  private void read(CharSequence json, int depth) {
    var inner = new StringBuilder();
    String key = "";
    for (int start = 0; start < json.length(); start++) {
      if (json.charAt(start) == '"') {
        int end = end(json, start + 1);
        String text = JsonText.unescape(json, start + 1, end);
        key = text.length() <= SHORTEST ? text : key;
        take(key, text, inner);
        start = end;
      }
    }
    if (depth < DEEPEST && inner.length() > 0) {
      read(inner, depth + 1);
    }
  }

  private void take(String key, String text, StringBuilder inner) {
    if (text.length() <= SHORTEST) {
      return;
    }
    String html = text.contains("&lt;p") ? Parser.unescapeEntities(text, false) : text;
    if (html.startsWith("<") && (html.contains("</p>") || html.contains("<br"))) {
      // Some sites cut one text into many strings.
      found.computeIfAbsent(key, k -> new StringBuilder()).append(html);
    } else if (text.contains("\":")) {
      inner.append(text);
    }
  }

  /** Where a string ends: at its quote, or with the line, which no string of JSON goes beyond. */
  private static int end(CharSequence json, int from) {
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"' || c == '\n') {
        return i;
      }
      i += c == '\\' ? 1 : 0;
    }
    return json.length();
  }
}
