package io.copyflow.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words that class names and ids are made of. Site authors write {@code article__share-bar},
 * {@code ShareBar} and {@code share_bar} alike. Read by hand, for patterns took a fifth of the time
 * of a page.
 */
final class NameParts {

  private NameParts() {}

  /**
   * The words of one name, or of several between spaces, in lower case and in order. Names of style
   * rules ({@code md:hidden}, {@code w-[50%]}) tell nothing of content and are left out.
   */
  static List<String> of(String names) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || isSpace(names.charAt(i))) {
        if (i > start && !isRule(names, start, i)) {
          split(names, start, i, words);
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Words end at signs, at humps ({@code shareBar}) and before digits ({@code h1}). */
  private static void split(String name, int from, int to, List<String> words) {
    int start = from;
    int previous = ' ';
    int at = from;
    while (at < to) {
      int c = name.codePointAt(at);
      boolean part = isPart(c);
      if (!part || isEdge(previous, c)) {
        add(name, start, at, words);
        start = part ? at : at + Character.charCount(c);
      }
      previous = c;
      at += Character.charCount(c);
    }
    add(name, start, to, words);
  }

  private static void add(String name, int start, int end, List<String> words) {
    if (start < end) {
      words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isEdge(int before, int c) {
    return isDigit(c)
        ? !isDigit(before) && isPart(before)
        : c >= 'A' && c <= 'Z' && (isDigit(before) || (before >= 'a' && before <= 'z'));
  }

  private static boolean isPart(int c) {
    return isDigit(c)
        || (c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isRule(String names, int from, int to) {
    for (int i = from; i < to; i++) {
      if (":[]/!".indexOf(names.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
