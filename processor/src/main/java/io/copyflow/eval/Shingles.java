package io.copyflow.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as overlapping groups of four tokens. A token is a run of letters, digits and low lines,
 * or a single Han character, Hiragana or Katakana, whose scripts write no spaces. A text of fewer
 * than four tokens is one group.
 */
final class Shingles {

  private static final int SIZE = 4;

  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{N}_&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<List<String>> groups = new ArrayList<>();

  private record Token(int start, int end) {}

  private Shingles(String text) {
    this.text = text;
    var words = new ArrayList<String>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(new Token(token.start(), token.end()));
      words.add(token.group());
    }
    int last = words.isEmpty() ? 0 : Math.max(1, words.size() - SIZE + 1);
    for (int i = 0; i < last; i++) {
      groups.add(List.copyOf(words.subList(i, Math.min(i + SIZE, words.size()))));
    }
  }

  /** The groups of a text; white space and compatibility forms make no difference. */
  static Shingles of(String text) {
    return new Shingles(Alike.text(text));
  }

  /** This text as found, against an expected one; repeated groups count as often as they occur. */
  Tally against(Shingles expected) {
    long missing = expected.groups.size() - common(expected);
    long right = expected.groups.size() - missing;
    return new Tally(right, groups.size() - right, missing, 0);
  }

  private long common(Shingles other) {
    Map<List<String>, Integer> left = counts();
    return other.groups.stream().filter(group -> take(left, group)).count();
  }

  /** The longest piece of this text that the other lacks; empty when it lacks none. */
  String longestNotIn(Shingles other) {
    Map<List<String>, Integer> left = other.counts();
    int from = 0;
    int best = 0;
    int start = 0;
    for (int i = 0; i < groups.size(); i++) {
      if (take(left, groups.get(i))) {
        start = i + 1;
      } else if (i + 1 - start > best) {
        best = i + 1 - start;
        from = start;
      }
    }
    return best == 0 ? "" : piece(from, from + best - 1);
  }

  /** The tokens of a run of groups, less those that it shares with the groups around it. */
  private String piece(int firstGroup, int lastGroup) {
    boolean atStart = firstGroup == 0;
    boolean atEnd = lastGroup == groups.size() - 1;
    int first = atStart ? 0 : firstGroup + SIZE - 1;
    int last = atEnd ? tokens.size() - 1 : lastGroup;
    boolean replaced = first > last;
    return text.substring(
        tokens.get(replaced ? firstGroup : first).start(),
        tokens.get(replaced ? Math.min(lastGroup + SIZE, tokens.size()) - 1 : last).end());
  }

  private Map<List<String>, Integer> counts() {
    var counts = new HashMap<List<String>, Integer>();
    groups.forEach(group -> counts.merge(group, 1, Integer::sum));
    return counts;
  }

  /** Takes one of these groups away; false when none is left. */
  private static boolean take(Map<List<String>, Integer> counts, List<String> group) {
    return counts.merge(group, -1, Integer::sum) >= 0;
  }
}
