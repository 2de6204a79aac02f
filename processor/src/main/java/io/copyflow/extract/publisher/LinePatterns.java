package io.copyflow.extract.publisher;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are tried in order on many lines. What a line must have for a pattern to match is
 * looked at first, so that most lines are spared most patterns. Immutable and thread-safe.
 */
public final class LinePatterns {

  private final LinePattern[] all;

  /** Words of which a line with any match holds one; null when that is not known. */
  private final @Nullable Literals words;

  /** Patterns in the order in which they are tried. */
  LinePatterns(List<Pattern> all) {
    this.all = all.stream().map(LinePattern::new).toArray(LinePattern[]::new);
    this.words = words(this.all);
  }

  /** Patterns in the order in which they are tried. */
  public static LinePatterns of(String... regexes) {
    return new LinePatterns(Arrays.stream(regexes).map(Pattern::compile).toList());
  }

  private LinePatterns(LinePattern[] all, @Nullable Literals words) {
    this.all = all;
    this.words = words;
  }

  /** The first match of the whole line; null when there is none. */
  public @Nullable Matcher whole(String line) {
    for (LinePattern pattern : all) {
      if (pattern.needs().areOf(line)) {
        Matcher matcher = pattern.pattern().matcher(line);
        if (matcher.matches()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /** The first match at the start of a line; null when there is none. */
  public @Nullable Matcher start(String line) {
    for (LinePattern pattern : all) {
      if (pattern.needs().areIn(line)) {
        Matcher matcher = pattern.pattern().matcher(line);
        if (matcher.lookingAt()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /** The first match anywhere in a line, of the first pattern that has one; null without any. */
  public @Nullable Matcher find(String line) {
    if (words != null && !words.areIn(line)) {
      return null;
    }
    for (LinePattern pattern : all) {
      if (pattern.needs().areIn(line)) {
        Matcher matcher = pattern.pattern().matcher(line);
        if (matcher.find()) {
          return matcher;
        }
      }
    }
    return null;
  }

  /**
   * A line without all matches of all patterns, one pattern after the other.
   *
   * @param each is told of each match before it goes
   * @return the line itself when nothing matches
   */
  public String cutOut(String line, Consumer<Matcher> each) {
    String rest = line;
    for (LinePattern pattern : all) {
      if (pattern.needs().areIn(rest)) {
        rest = without(pattern, rest, each);
      }
    }
    return rest;
  }

  private static String without(LinePattern pattern, String line, Consumer<Matcher> each) {
    Matcher piece = pattern.pattern().matcher(line);
    var kept = new StringBuilder();
    int at = 0;
    // A match may be empty: the search goes on behind the next character.
    for (int from = 0; from <= line.length(); from = at + emptiness(piece)) {
      int start = pattern.needs().earliest(line, from);
      if (start < 0 || !piece.find(start)) {
        break;
      }
      each.accept(piece);
      kept.append(line, at, piece.start());
      at = piece.end();
    }
    return at == 0 && kept.length() == 0 ? line : kept.append(line, at, line.length()).toString();
  }

  private static int emptiness(Matcher piece) {
    return piece.start() == piece.end() ? 1 : 0;
  }

  /** Those that may match from the start of a line which begins so. */
  LinePatterns startingWith(String start) {
    return new LinePatterns(
        Arrays.stream(all)
            .filter(pattern -> pattern.mayStartWith(start))
            .toArray(LinePattern[]::new),
        null);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinePatterns patterns && Arrays.equals(all, patterns.all);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(all);
  }

  private static @Nullable Literals words(LinePattern[] patterns) {
    var words = new TreeSet<String>();
    boolean ignoreCase = false;
    for (LinePattern pattern : patterns) {
      if (pattern.needs().within().isEmpty()) {
        return null;
      }
      Literals needed = pattern.needs().within().get(0);
      words.addAll(needed.words());
      ignoreCase |= needed.ignoreCase();
    }
    return new Literals(words, ignoreCase);
  }
}
