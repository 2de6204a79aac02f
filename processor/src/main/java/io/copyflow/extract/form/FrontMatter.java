package io.copyflow.extract.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML between two lines of three dashes at the start of a file.
 *
 * @param values top-level keys with their values as text; a list's items stay apart
 */
public record FrontMatter(Map<String, List<String>> values) {

  /** There is no front matter. */
  public static final FrontMatter NONE = new FrontMatter(Map.of());

  private static final String RULE = "---";

  /** Bounds the search for the second rule, in characters. */
  private static final int LONGEST = 65_536;

  private static final int MOST_BLANKS = 9;

  /** Lists of lists say nothing of an article. */
  private static final int DEEPEST = 20;

  /** Without aliases of lists: a few hundred characters of them stand for millions of words. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(true)
          .setUseMarks(false)
          .setMaxAliasesForCollections(0)
          .build();

  private static final Pattern PAIR = Pattern.compile("(?m)^([\\w-]{1,40}):[ ]?([^\\n]{0,4096})$");

  /** A single value, or the first of a list; null when there is none or it is blank. */
  public @Nullable String value(String key) {
    return values.getOrDefault(key, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** All values of a key. */
  public List<String> list(String key) {
    return values.getOrDefault(key, List.of());
  }

  /**
   * Front matter that was found and not yet read.
   *
   * @param yaml what stands between the rules, whole lines
   * @param end where the content goes on
   */
  record Block(String yaml, int end) {
    FrontMatter read() {
      return parse(yaml);
    }
  }

  /** The front matter of a file; empty when it does not begin with any. */
  static Optional<Block> in(String content) {
    int start = content.startsWith(RULE) ? endOfRule(content, 0) : -1;
    if (start < 0 || start == content.length()) {
      return Optional.empty();
    }
    int line = content.indexOf("\n" + RULE, start);
    while (line >= 0 && line - start <= LONGEST) {
      int end = endOfRule(content, line + 1);
      if (end >= 0) {
        return Optional.of(new Block(content.substring(start, line + 1), end));
      }
      line = content.indexOf("\n" + RULE, line + 1);
    }
    return Optional.empty();
  }

  /** Where the line of a rule ends that may be followed by blanks alone; -1 when it is none. */
  private static int endOfRule(String content, int rule) {
    int at = rule + RULE.length();
    int last = Math.min(content.length(), at + MOST_BLANKS);
    while (at < last && content.charAt(at) == ' ') {
      at++;
    }
    if (at == content.length()) {
      return at;
    }
    return content.charAt(at) == '\n' ? at + 1 : -1;
  }

  /**
   * YAML where it parses; writers of titles forget to escape quotes, so lines where it does not.
   */
  static FrontMatter parse(String yaml) {
    return FlatYaml.read(yaml).map(FrontMatter::new).orElseGet(() -> parseAny(yaml));
  }

  private static FrontMatter parseAny(String yaml) {
    try {
      return yaml(yaml).orElseGet(() -> lines(yaml));
    } catch (YamlEngineException e) {
      return lines(yaml);
    }
  }

  /** What a library makes of it; empty when that is no mapping. */
  static Optional<FrontMatter> yaml(String yaml) {
    if (isDeep(yaml) || !(new Load(SETTINGS).loadFromString(yaml) instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var values = new TreeMap<String, List<String>>();
    map.forEach((key, value) -> values.put(String.valueOf(key), texts(value)));
    return Optional.of(new FrontMatter(values));
  }

  /** The parser takes one piece after the other, the loader calls itself for each level. */
  private static boolean isDeep(String yaml) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private static List<String> texts(@Nullable Object value) {
    Stream<?> items = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    return items.filter(Objects::nonNull).map(String::valueOf).toList();
  }

  private static FrontMatter lines(String yaml) {
    var values = new TreeMap<String, List<String>>();
    PAIR.matcher(yaml)
        .results()
        .forEach(pair -> values.putIfAbsent(pair.group(1), List.of(unquoted(pair.group(2)))));
    return new FrontMatter(values);
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
