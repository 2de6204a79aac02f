package io.copyflow.extract.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads as much of a regular expression as tells how long its matches are and which words they
 * hold. What it does not know for certain it gives up on. Not thread-safe: one per pattern.
 *
 * @see java.util.regex.Pattern
 */
final class RegexReader {

  /** Escapes of one character that may be any of many. */
  private static final String KINDS = "dDwWsShHvVtnrf";

  private static final String BETWEEN = "bBAzZG";

  /** Signs that mean something inside a class. */
  private static final String SIGNS = "^-\\[]&";

  /** Groups that look around and take nothing. */
  private static final List<String> LOOKS = List.of("?=", "?!", "?<=", "?<!");

  private final String regex;
  private int at;
  private boolean ignoreCase;

  private RegexReader(String regex) {
    this.regex = regex;
  }

  /**
   * A pattern as a sequence.
   *
   * @param parts what it is made of, one after the other
   * @param ignoreCase whether the case of ASCII letters matters nowhere, or in some places only
   * @param ended whether a match ends where the line does
   */
  record Shape(List<RegexPart> parts, boolean ignoreCase, boolean ended) {}

  /** Signals what is beyond this reader. */
  private static final class UnknownSyntax extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownSyntax() {
      super("not understood", null, false, false);
    }
  }

  /** The shape of a pattern that compiles; empty when it has syntax that is not known here. */
  static Optional<Shape> read(String regex) {
    try {
      var reader = new RegexReader(regex);
      List<RegexPart> parts = reader.sequence();
      boolean ended = regex.endsWith("$") && !regex.endsWith("\\$");
      if (reader.at < regex.length()) {
        reader.at = 0;
        parts = reader.alternatives();
        ended = false;
      }
      return reader.at == regex.length()
          ? Optional.of(new Shape(parts, reader.ignoreCase, ended))
          : Optional.empty();
    } catch (UnknownSyntax | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Up to the bracket that closes a group, or the end. */
  private List<RegexPart> alternatives() {
    var branches = new ArrayList<List<RegexPart>>();
    branches.add(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    // What has no alternatives stays apart, so that it joins what stands around the group.
    return branches.size() == 1
        ? branches.get(0)
        : List.of(RegexPart.oneOf(branches.stream().map(RegexPart::sequence).toList()));
  }

  private List<RegexPart> sequence() {
    var parts = new ArrayList<RegexPart>();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      List<RegexPart> atom = atom();
      int start = at;
      int[] times = times();
      if (at == start) {
        parts.addAll(atom);
      } else {
        parts.add(RegexPart.sequence(atom).times(times[0], times[1]));
      }
    }
    return parts;
  }

  /** Least and greatest number of times that what was just read occurs. */
  private int[] times() {
    char sign = at < regex.length() ? regex.charAt(at) : ' ';
    if ("?*+{".indexOf(sign) < 0) {
      return new int[] {1, 1};
    }
    at++;
    int[] times =
        sign == '{'
            ? counted()
            : new int[] {sign == '+' ? 1 : 0, sign == '?' ? 1 : RegexPart.ENDLESS};
    boolean manner = at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0;
    at += manner ? 1 : 0;
    return times;
  }

  private int[] counted() {
    int end = regex.indexOf('}', at);
    String[] bounds = regex.substring(at, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(bounds[0]);
    boolean open = bounds.length > 1 && bounds[1].isEmpty();
    int most = open ? RegexPart.ENDLESS : Integer.parseInt(bounds[bounds.length - 1]);
    return new int[] {least, most};
  }

  private List<RegexPart> atom() {
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '(' -> group();
      case '[' -> List.of(characters());
      case '\\' -> escape();
      case '^', '$' -> List.of(RegexPart.NOTHING);
      case '.' -> List.of(RegexPart.CHARACTER);
      default -> List.of(literal(Character.toString(c)));
    };
  }

  private List<RegexPart> group() {
    boolean looks = LOOKS.stream().anyMatch(look -> regex.startsWith(look, at));
    if (skips("?i)") || skips("?is)")) {
      ignoreCase = true;
      return List.of();
    }
    if (skips("?i:")) {
      ignoreCase = true;
    } else if (looks) {
      at += regex.charAt(at + 1) == '<' ? 3 : 2;
    } else if (skips("?<")) {
      at = regex.indexOf('>', at) + 1;
    } else if (!skips("?:") && regex.charAt(at) == '?') {
      throw new UnknownSyntax();
    }
    List<RegexPart> parts = alternatives();
    if (!skips(")")) {
      throw new UnknownSyntax();
    }
    return looks ? List.of(RegexPart.NOTHING) : parts;
  }

  private boolean skips(String sign) {
    boolean here = regex.startsWith(sign, at);
    at += here ? sign.length() : 0;
    return here;
  }

  private List<RegexPart> escape() {
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    if (c == 'Q') {
      int end = regex.indexOf("\\E", at);
      String quoted = regex.substring(at, end);
      at = end + 2;
      if (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
        // It would belong to the last character alone.
        throw new UnknownSyntax();
      }
      return quoted.codePoints().mapToObj(q -> literal(Character.toString(q))).toList();
    } else if (c == 'p' || c == 'P') {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
      return List.of(RegexPart.CHARACTER);
    } else if (c == 'x' && regex.charAt(at) != '{') {
      at += 2;
      return List.of(RegexPart.CHARACTER);
    } else if (KINDS.indexOf(c) >= 0) {
      return List.of(RegexPart.CHARACTER);
    } else if (BETWEEN.indexOf(c) >= 0) {
      return List.of(RegexPart.NOTHING);
    } else if (Character.isLetterOrDigit(c)) {
      throw new UnknownSyntax();
    }
    return List.of(literal(Character.toString(c)));
  }

  private RegexPart characters() {
    int start = at;
    int open = 1;
    for (; open > 0; at++) {
      char c = regex.charAt(at);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      at += c == '\\' ? 1 : 0;
    }
    String characters = regex.substring(start, at - 1);
    // A bracket that comes first, or a quotation, would have misled the search for the end.
    if (characters.isEmpty() || characters.equals("^") || characters.contains("\\Q")) {
      throw new UnknownSyntax();
    }
    return isPlain(characters) ? RegexPart.exactly(each(characters)) : RegexPart.CHARACTER;
  }

  /** Nothing but a few characters that stand for themselves. */
  private static boolean isPlain(String characters) {
    return characters.length() <= 16 && characters.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  private static Set<String> each(String characters) {
    var texts = new TreeSet<String>();
    characters.codePoints().forEach(c -> texts.add(Character.toString(c)));
    return texts;
  }

  private static RegexPart literal(String text) {
    return RegexPart.exactly(Set.of(text));
  }
}
