package io.copyflow.extract.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML between two lines of three dashes at the start of a file.
 *
 * @param values top-level keys with their values as text; a list's items stay apart
 */
public record FrontMatter(Map<String, List<String>> values) {

  /** There is no front matter. */
  public static final FrontMatter NONE = new FrontMatter(Map.of());

  private static final Pattern BLOCK =
      Pattern.compile("\\A---[ ]{0,9}\\n(.{0,65536}?\\n)---[ ]{0,9}(?:\\n|\\z)", Pattern.DOTALL);

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

  /** Where the content goes on after the front matter; empty when there is none. */
  static Optional<Integer> end(String content) {
    Matcher block = BLOCK.matcher(content);
    return block.lookingAt() ? Optional.of(block.end()) : Optional.empty();
  }

  /** The front matter of a file that has one. */
  static FrontMatter of(String content) {
    Matcher block = BLOCK.matcher(content);
    return block.lookingAt() ? parse(block.group(1)) : NONE;
  }

  /**
   * YAML where it parses; writers of titles forget to escape quotes, so lines where it does not.
   */
  static FrontMatter parse(String yaml) {
    try {
      return yaml(yaml).orElseGet(() -> lines(yaml));
    } catch (YamlEngineException e) {
      return lines(yaml);
    }
  }

  private static Optional<FrontMatter> yaml(String yaml) {
    var settings = LoadSettings.builder().setAllowDuplicateKeys(true).setUseMarks(false).build();
    if (!(new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var values = new TreeMap<String, List<String>>();
    map.forEach((key, value) -> values.put(String.valueOf(key), texts(value)));
    return Optional.of(new FrontMatter(values));
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
