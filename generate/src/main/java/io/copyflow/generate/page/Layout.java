package io.copyflow.generate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.generate.prose.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a publisher's articles look, from a file {@code NAME.layout}: settings, the header, the
 * markup, with {@code ===} between them.
 *
 * @param name of the file
 * @param script in which it publishes
 * @param isPage true for a whole web page, false for an article file under a header
 * @param url pattern of its addresses
 * @param alias pattern of another address for the same article; null when there is none
 * @param article pattern of the publisher's own article id; null when the address is all there is
 * @param first HTML around the first paragraph
 * @param last HTML around the last one
 * @param header what stands above the markup
 * @param markup what stands around the paragraphs
 */
public record Layout(
    String name,
    Script script,
    boolean isPage,
    String url,
    @Nullable String alias,
    @Nullable String article,
    String first,
    String last,
    String header,
    String markup) {

  private static final String PARAGRAPH = "<p>{text}</p>";
  private static final Pattern RULE = Pattern.compile("(?m)^===\n");

  /** Every layout. */
  public static final List<Layout> ALL =
      Stream.of(
              "dw",
              "rfi",
              "voa",
              "bbc",
              "zaobao",
              "cna",
              "lantern",
              "ledger",
              "economist",
              "courier")
          .map(Layout::read)
          .toList();

  /** The layouts of a script. */
  public static List<Layout> in(Script script) {
    return ALL.stream().filter(layout -> layout.script == script).toList();
  }

  /** A paragraph's text as HTML; {@code text} is escaped already. */
  String block(String text, boolean isFirst, boolean isLast) {
    String around = isFirst ? first : isLast ? last : PARAGRAPH;
    return around.replace("{text}", text);
  }

  private static Layout read(String name) {
    String[] parts = RULE.split(text(name + ".layout"), 3);
    var settings = new HashMap<String, String>();
    parts[0]
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(setting -> settings.put(setting[0], setting[1]));
    return of(name, settings, parts[1], parts[2]);
  }

  private static Layout of(
      String name, Map<String, String> settings, String header, String markup) {
    return new Layout(
        name,
        Script.valueOf(settings.getOrDefault("script", "")),
        settings.containsKey("page"),
        settings.getOrDefault("url", ""),
        settings.get("alias"),
        settings.get("article"),
        settings.getOrDefault("first", PARAGRAPH),
        settings.getOrDefault("last", PARAGRAPH),
        header,
        markup);
  }

  private static String text(String file) {
    try (InputStream in = Layout.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the layout " + file, e);
    }
  }
}
