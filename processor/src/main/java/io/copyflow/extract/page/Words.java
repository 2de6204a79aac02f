package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that classes and ids are made of, and what each means. Site authors write {@code
 * article__share-bar}, {@code ShareBar} and {@code share_bar} alike, so names are taken apart
 * first, once for all meanings. Immutable.
 */
final class Words {

  private final Map<String, Integer> whole = new HashMap<>();

  /** By first word, then by the second. */
  private final Map<String, Map<String, Integer>> pairs = new HashMap<>();

  /** A handful, so that each word can be held against all of them. */
  private final List<Beginning> beginnings = new ArrayList<>();

  private record Beginning(String start, int meaning) {}

  /** Each is a word, the beginning of one ({@code comment*}), or two words in a row. */
  Words(Map<Meaning, List<String>> lists) {
    lists.forEach((meaning, words) -> words.forEach(word -> add(word, meaning.bit())));
  }

  /** All that a name means, or several between spaces: {@link Meaning#in} tells what. */
  int meaningsOf(String names) {
    int meanings = 0;
    String previous = "";
    for (String word : NameParts.of(names)) {
      meanings |= whole.getOrDefault(word, 0) | ofPair(previous, word) | ofBeginning(word);
      previous = word;
    }
    return meanings;
  }

  private int ofPair(String previous, String word) {
    Map<String, Integer> followers = pairs.get(previous);
    return followers == null ? 0 : followers.getOrDefault(word, 0);
  }

  private int ofBeginning(String word) {
    int meanings = 0;
    for (int i = 0; i < beginnings.size(); i++) {
      Beginning beginning = beginnings.get(i);
      meanings |= word.startsWith(beginning.start()) ? beginning.meaning() : 0;
    }
    return meanings;
  }

  private void add(String word, int meaning) {
    int gap = word.indexOf(' ');
    if (gap > 0) {
      merge(
          pairs.computeIfAbsent(word.substring(0, gap), key -> new HashMap<>()),
          word.substring(gap + 1),
          meaning);
    } else if (word.endsWith("*")) {
      beginnings.add(new Beginning(word.substring(0, word.length() - 1), meaning));
    } else {
      merge(whole, word, meaning);
    }
  }

  private static void merge(Map<String, Integer> meanings, String word, int meaning) {
    meanings.merge(word, meaning, (one, other) -> one | other);
  }
}
