package io.copyflow.extract.page;

import io.copyflow.extract.publisher.LinePatterns;
import io.copyflow.extract.publisher.LineStarts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What class names, ids and lines tell on any site; read from {@code words.yaml}. A page has few
 * names on many elements, so it remembers what each means. Not thread-safe: one per page.
 */
final class Vocabulary {

  private static final String FILE = "words.yaml";

  /** Longer names are generated ones, or bait. */
  private static final int LONGEST = 512;

  /** Han characters have no case, and a pattern that need not care says more of what it needs. */
  private static final String ANY_CASE = "(?iu)";

  private static final Standard STANDARD = read();

  private final Map<String, Integer> known = new HashMap<>();

  /** What all pages share. */
  private record Standard(Words words, LineStarts<LinePatterns> lines) {}

  /** True when a class or the id of the element means that. */
  boolean say(Element element, Meaning meaning) {
    return element.attributesSize() > 0
        && (say(element.className(), meaning) || say(element.id(), meaning));
  }

  /** True when a name, or one of several between spaces, means that. */
  boolean say(String names, Meaning meaning) {
    return !names.isEmpty()
        && names.length() <= LONGEST
        && meaning.in(known.computeIfAbsent(names, STANDARD.words()::meaningsOf));
  }

  /** True for a whole line, white space folded, that is no article text. */
  static boolean isNoText(String line) {
    return STANDARD.lines().of(line).whole(line) != null;
  }

  private static Standard read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing: add it");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Standard of(String yaml) {
    var settings = LoadSettings.builder().setLabel(FILE).build();
    var keys = (Map<?, ?>) new Load(settings).loadFromString(yaml);
    var lists = new EnumMap<Meaning, List<String>>(Meaning.class);
    for (Meaning meaning : Meaning.values()) {
      lists.put(meaning, list(keys, meaning.key()));
    }
    String[] lines = list(keys, "lines").stream().map(Vocabulary::inAnyCase).toArray(String[]::new);
    return new Standard(new Words(lists), LineStarts.of(LinePatterns.of(lines)));
  }

  private static String inAnyCase(String line) {
    boolean cased =
        line.codePoints().anyMatch(c -> Character.toUpperCase(c) != Character.toLowerCase(c));
    return cased ? ANY_CASE + line : line;
  }

  private static List<String> list(Map<?, ?> keys, String key) {
    if (keys.get(key) instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException(FILE + ", key " + key + ": must be a list");
  }
}
