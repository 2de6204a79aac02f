package io.copyflow.extract.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Front matter as nearly every collector writes it: on each line a key and a plain value, a quoted
 * one or a list in brackets. What is read here means the same to a YAML library, which takes many
 * times as long; whatever might mean anything else is left to it.
 */
final class FlatYaml {

  /** Plain values that are no text. */
  private static final Set<String> RESERVED = Set.of("null", "true", "false");

  private FlatYaml() {}

  /** Keys with their values; empty when the text needs a library. */
  static Optional<Map<String, List<String>>> read(String yaml) {
    var values = new TreeMap<String, List<String>>();
    for (int start = 0; start < yaml.length(); ) {
      int end = endOfLine(yaml, start);
      int colon = yaml.indexOf(':', start);
      if (colon < 0 || colon > end || !isKey(yaml, start, colon)) {
        return Optional.empty();
      }
      @Nullable List<String> value = value(yaml.substring(colon + 1, end));
      if (value == null) {
        return Optional.empty();
      }
      values.put(yaml.substring(start, colon), value);
      start = end + 1;
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static int endOfLine(String yaml, int from) {
    int end = yaml.indexOf('\n', from);
    return end < 0 ? yaml.length() : end;
  }

  private static boolean isKey(String yaml, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isAsciiLetter(yaml.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }

  /** What stands behind the colon; null when that is nothing simple. */
  private static @Nullable List<String> value(String written) {
    String text = withoutSpaces(written);
    if (text.isEmpty()) {
      return List.of();
    }
    if (written.charAt(0) != ' ' || !isPrintable(written)) {
      return null;
    }
    return switch (text.charAt(0)) {
      case '"', '\'' -> quoted(text);
      case '[' -> list(text);
      default -> isPlain(text) ? List.of(text) : null;
    };
  }

  /** Other white space means something else, or an error. */
  private static String withoutSpaces(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static @Nullable List<String> quoted(String text) {
    int end = text.length() - 1;
    boolean escaped = text.indexOf('\\') >= 0;
    if (end > 0 && !escaped && text.indexOf(text.charAt(0), 1) == end) {
      return List.of(text.substring(1, end));
    }
    return escaped && text.charAt(0) == '"' ? escaped(text, end) : null;
  }

  /** Quotation marks in titles are the one thing that collectors escape. */
  private static @Nullable List<String> escaped(String text, int end) {
    var value = new StringBuilder(end);
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\';
      if (c == '"' || (escape && (i + 1 == end || text.charAt(i + 1) != '"'))) {
        return null;
      }
      i += escape ? 1 : 0;
      value.append(text.charAt(i));
    }
    return end > 0 && text.charAt(end) == '"' ? List.of(value.toString()) : null;
  }

  private static @Nullable List<String> list(String text) {
    if (!text.endsWith("]")) {
      return null;
    }
    var items = new ArrayList<String>();
    for (String item : text.substring(1, text.length() - 1).split(",", -1)) {
      String plain = withoutSpaces(item);
      if (!isPlainItem(plain)) {
        return null;
      }
      items.add(plain);
    }
    return items;
  }

  private static boolean isPlain(String text) {
    return isStartOfPlain(text)
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #")
        && !RESERVED.contains(text);
  }

  private static boolean isStartOfPlain(String text) {
    char first = text.charAt(0);
    return isAsciiLetter(first)
        || first > 0x7F
        || first == '('
        || (isDigit(first) && !isLikeNumber(text));
  }

  /** Numbers have no gaps, no dashes behind a digit and no letters of other scripts. */
  private static boolean isLikeNumber(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'T' || c == ' ' || c > 0x7F || (c == '-' && isDigit(text.charAt(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  /** Letters, digits, blanks, full stops and brackets: other signs mean something in a list. */
  private static boolean isPlainItem(String item) {
    for (int i = 0; i < item.length(); i++) {
      char c = item.charAt(i);
      boolean inside = i > 0 && (c == ' ' || c == '.' || isDigit(c));
      if (!inside && "()".indexOf(c) < 0 && !isAsciiLetter(c) && c <= 0x7F) {
        return false;
      }
    }
    return !item.isEmpty() && !RESERVED.contains(item);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** ASCII, and the ranges of text that hold no line end, mark or control for any library. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= ' ' && c < 0x7F)
              || (c > 0xA0 && c < 0x2028)
              || (c > 0x202F && c < 0xD800)
              || (c > 0xFF00 && c < 0xFFEF);
      if (!plain && !isPair(text, i)) {
        return false;
      }
      i += plain ? 0 : 1;
    }
    return true;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
