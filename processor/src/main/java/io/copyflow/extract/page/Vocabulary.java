package io.copyflow.extract.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What class names, ids and lines tell on any site; read from {@code words.yaml}. Immutable.
 *
 * @param never what is no article text, however much of it there is
 * @param rarely what is no article text, unless much of the page's prose stands in such elements
 * @param seldom what is no article text when it is a small part of it
 * @param article what the text of an article is called
 * @param standfirst what the summary under a headline is called
 * @param caption what a caption is called
 * @param lines whole lines that are no article text
 */
record Vocabulary(
    Words never,
    Words rarely,
    Words seldom,
    Words article,
    Words standfirst,
    Words caption,
    Pattern lines) {

  private static final String FILE = "words.yaml";

  /** The vocabulary of this build. */
  static final Vocabulary STANDARD = read();

  /** The standard one for one page, whose names it remembers. Not thread-safe. */
  static Vocabulary forPage() {
    return new Vocabulary(
        STANDARD.never.remembering(),
        STANDARD.rarely.remembering(),
        STANDARD.seldom.remembering(),
        STANDARD.article.remembering(),
        STANDARD.standfirst,
        STANDARD.caption,
        STANDARD.lines);
  }

  private static Vocabulary read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing: add it");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vocabulary of(String yaml) {
    var settings = LoadSettings.builder().setLabel(FILE).build();
    var keys = (Map<?, ?>) new Load(settings).loadFromString(yaml);
    return new Vocabulary(
        words(keys, "never"),
        words(keys, "rarely"),
        words(keys, "seldom"),
        words(keys, "article"),
        words(keys, "standfirst"),
        words(keys, "caption"),
        Pattern.compile("(?iu)" + String.join("|", list(keys, "lines"))));
  }

  private static Words words(Map<?, ?> keys, String key) {
    return new Words(list(keys, key));
  }

  private static List<String> list(Map<?, ?> keys, String key) {
    if (keys.get(key) instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException(FILE + ", key " + key + ": must be a list");
  }
}
