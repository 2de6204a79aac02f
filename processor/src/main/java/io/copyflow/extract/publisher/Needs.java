package io.copyflow.extract.publisher;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a line must have for a pattern to match: a length, an end, certain words. A few comparisons
 * spare most lines the pattern. Immutable.
 *
 * @param shortest least length of a match, in {@code char}s
 * @param longest greatest length of a match
 * @param last one of these ends the line; empty when nothing is known of its end
 * @param within of each of these, one word is in the line; the most telling first
 * @param before most {@code char}s of a match that stand before the most telling word
 */
record Needs(int shortest, int longest, String last, List<Literals> within, int before) {

  static final Needs NONE = new Needs(0, RegexPart.ENDLESS, "", List.of(), RegexPart.ENDLESS);

  /** Each costs a search, and the first ones tell most. */
  private static final int ENOUGH = 2;

  /** What a pattern needs at least. */
  static Needs of(String regex) {
    return RegexReader.read(regex).map(Needs::of).orElse(NONE);
  }

  private static Needs of(RegexReader.Shape shape) {
    RegexPart whole = RegexPart.sequence(shape.parts());
    boolean ended = shape.ended() && !shape.ignoreCase();
    List<RegexRuns.Run> runs = new RegexRuns(shape.parts()).needed();
    return new Needs(
        whole.shortest(),
        whole.longest(),
        ended ? last(shape.parts()) : "",
        runs.stream().map(run -> literals(run.words(), shape.ignoreCase())).limit(ENOUGH).toList(),
        runs.isEmpty() ? RegexPart.ENDLESS : before(runs.get(0)));
  }

  /** Longer words are found by the shorter ones in them, which may stand at their ends. */
  private static int before(RegexRuns.Run run) {
    RegexPart words = RegexPart.exactly(run.words());
    return Math.min(RegexPart.ENDLESS, run.before() + words.longest() - words.shortest());
  }

  private static Literals literals(Set<String> words, boolean ignoreCase) {
    return new Literals(
        ignoreCase
            ? words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new))
            : words,
        ignoreCase);
  }

  /** The characters in which the last part that takes any may end. */
  private static String last(List<RegexPart> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Set<String> texts = parts.get(i).exact();
      if (texts == null || texts.contains("")) {
        if (parts.get(i).longest() > 0) {
          return "";
        }
        continue;
      }
      return texts.stream()
          .map(text -> text.substring(text.length() - 1))
          .distinct()
          .collect(Collectors.joining());
    }
    return "";
  }

  /** True when a line may match from its beginning to its end. */
  boolean areOf(String line) {
    return line.length() <= longest && areIn(line);
  }

  /** True when a line may hold a match. */
  boolean areIn(String line) {
    return line.length() >= shortest && endsWell(line) && holdsAll(line);
  }

  /** The first offset, not before another one, at which a match may begin; -1 without any. */
  int earliest(String line, int from) {
    if (within.isEmpty()) {
      return from;
    }
    int word = within.get(0).next(line, from);
    return word < 0 ? -1 : Math.max(from, word - before);
  }

  private boolean endsWell(String line) {
    return last.isEmpty() || (!line.isEmpty() && last.indexOf(line.charAt(line.length() - 1)) >= 0);
  }

  private boolean holdsAll(String line) {
    for (int i = 0; i < within.size(); i++) {
      if (!within.get(i).areIn(line)) {
        return false;
      }
    }
    return true;
  }
}
