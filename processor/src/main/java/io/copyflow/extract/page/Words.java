package io.copyflow.extract.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A list of words that classes and ids are made of. Site authors write {@code article__share-bar},
 * {@code ShareBar} and {@code share_bar} alike, so names are taken apart first. Immutable, unless
 * it is {@link #remembering}.
 */
final class Words {

  /** Longer names are generated ones, or bait. */
  private static final int LONGEST = 512;

  private final Set<String> whole;

  /** None is the beginning of another. */
  private final NavigableSet<String> prefixes;

  private final Map<String, Set<String>> pairs;

  /** What was asked before; null when nothing is remembered. */
  private final @Nullable Map<String, Boolean> answers;

  /** Each is a word, the beginning of one ({@code comment*}), or two words in a row. */
  Words(List<String> words) {
    whole = new HashSet<>();
    prefixes = new TreeSet<>();
    pairs = new HashMap<>();
    answers = null;
    words.forEach(this::add);
  }

  private Words(Words words) {
    whole = words.whole;
    prefixes = words.prefixes;
    pairs = words.pairs;
    answers = new HashMap<>();
  }

  /**
   * The same words, which remember what they were asked: a page has few names on many elements. Not
   * thread-safe: one per page.
   */
  Words remembering() {
    return new Words(this);
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
    return answers == null ? hold(names) : answers.computeIfAbsent(names, this::hold);
  }

  private boolean hold(String names) {
    String previous = "";
    for (String word : NameParts.of(names)) {
      if (matchWord(previous, word)) {
        return true;
      }
      previous = word;
    }
    return false;
  }

  private boolean matchWord(String previous, String word) {
    return whole.contains(word) || isPair(previous, word) || hasPrefix(word);
  }

  private boolean isPair(String previous, String word) {
    Set<String> followers = pairs.get(previous);
    return followers != null && followers.contains(word);
  }

  /** The greatest entry that is not above a word is its beginning, if any entry is. */
  private boolean hasPrefix(String word) {
    String below = prefixes.floor(word);
    return below != null && word.startsWith(below);
  }

  private void add(String word) {
    int gap = word.indexOf(' ');
    if (gap > 0) {
      pairs
          .computeIfAbsent(word.substring(0, gap), key -> new HashSet<>())
          .add(word.substring(gap + 1));
    } else if (word.endsWith("*")) {
      addPrefix(word.substring(0, word.length() - 1));
    } else {
      whole.add(word);
    }
  }

  private void addPrefix(String prefix) {
    if (!hasPrefix(prefix)) {
      prefixes.removeIf(longer -> longer.startsWith(prefix));
      prefixes.add(prefix);
    }
  }
}
