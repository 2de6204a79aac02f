package io.copyflow.extract.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A list of words that classes and ids are made of. Site authors write {@code article__share-bar},
 * {@code ShareBar} and {@code share_bar} alike, so names are taken apart first. Immutable.
 */
final class Words {

  /** Longer names are generated ones, or bait. */
  private static final int LONGEST = 512;

  /** Names of style rules ({@code md:hidden}, {@code w-[50%]}), which tell nothing of content. */
  private static final Pattern RULE = Pattern.compile("\\S*[:\\[\\]/!]\\S*");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}0-9]+|(?<=\\p{L})(?=[0-9])");

  private final Set<String> whole = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();
  private final Map<String, Set<String>> pairs = new HashMap<>();
  private int shortest = Integer.MAX_VALUE;

  /** Each is a word, the beginning of one ({@code comment*}), or two words in a row. */
  Words(List<String> words) {
    words.forEach(this::add);
  }

  /** True when a class, the id or a test hook of the element holds one of the words. */
  boolean match(Element element) {
    return element.attributesSize() > 0
        && (matchNames(element.className()) || matchNames(element.id()));
  }

  /** True when a name, or several between spaces, holds one of the words. */
  boolean matchNames(String names) {
    if (names.isEmpty() || names.length() > LONGEST) {
      return false;
    }
    String words = HUMP.matcher(RULE.matcher(names).replaceAll("")).replaceAll(" ");
    String previous = "";
    for (String part : GAP.split(words, -1)) {
      String word = part.toLowerCase(Locale.ROOT);
      if (matchWord(previous, word)) {
        return true;
      }
      previous = word;
    }
    return false;
  }

  private boolean matchWord(String previous, String word) {
    return whole.contains(word)
        || pairs.getOrDefault(previous, Set.of()).contains(word)
        || hasPrefix(word);
  }

  private boolean hasPrefix(String word) {
    for (int end = shortest; end <= word.length(); end++) {
      if (prefixes.contains(word.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private void add(String word) {
    int gap = word.indexOf(' ');
    if (gap > 0) {
      pairs
          .computeIfAbsent(word.substring(0, gap), key -> new HashSet<>())
          .add(word.substring(gap + 1));
    } else if (word.endsWith("*")) {
      prefixes.add(word.substring(0, word.length() - 1));
      shortest = Math.min(shortest, word.length() - 1);
    } else {
      whole.add(word);
    }
  }
}
