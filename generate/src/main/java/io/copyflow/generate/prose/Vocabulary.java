package io.copyflow.generate.prose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What invented sentences are made of, from a file of sections ({@code = name}), one choice a line.
 * Scripts of one language have the same choices in the same order, so the same draws say the same.
 */
final class Vocabulary {

  private static final Map<Script, Vocabulary> OF = new EnumMap<>(Script.class);
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final int MOST_COUNTED = 900;

  static {
    for (Script script : Script.values()) {
      OF.put(script, read(script));
    }
  }

  private final Map<String, List<String>> sections;

  private Vocabulary(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  static Vocabulary of(Script script) {
    return Objects.requireNonNull(OF.get(script));
  }

  /** A line of a section, its slots filled by further draws. */
  String draw(String section, RandomGenerator random) {
    return SLOT.matcher(choice(section, random)).replaceAll(slot -> fill(slot, random));
  }

  /** The same, with a number of one's own where a count stands. */
  String draw(String section, RandomGenerator random, String count) {
    String line = choice(section, random).replace("{count}", count);
    return SLOT.matcher(line).replaceAll(slot -> fill(slot, random));
  }

  private String fill(MatchResult slot, RandomGenerator random) {
    return slot.group(1).equals("count")
        ? Integer.toString(2 + random.nextInt(MOST_COUNTED))
        : choice(slot.group(1), random);
  }

  private String choice(String section, RandomGenerator random) {
    List<String> lines = sections.getOrDefault(section, List.of());
    return lines.get(random.nextInt(lines.size()));
  }

  private static Vocabulary read(Script script) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>();
    for (String line : lines(script.vocabulary())) {
      if (line.startsWith("= ")) {
        section = new ArrayList<>();
        sections.put(line.substring(2), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.split("\\|")[script.column()]);
      }
    }
    return new Vocabulary(sections);
  }

  private static List<String> lines(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the vocabulary " + name, e);
    }
  }
}
