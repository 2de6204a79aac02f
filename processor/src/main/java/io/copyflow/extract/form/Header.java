package io.copyflow.extract.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header lines: {@code [TITLE](URL)} and a rule of dashes.
 *
 * <p>Titles are never escaped: they hold brackets, parentheses and line breaks. So the rule is
 * looked for first, and what stands before it is split at its last {@code ](}.
 *
 * @param title as written
 * @param url as written
 * @param end where the body begins
 */
record Header(String title, String url, int end) {

  /** Longer than any title, so that a body with a rule in it is not taken for one. */
  private static final int LONGEST = 16_384;

  private static final Pattern RULE =
      Pattern.compile("\\)[ \\t]{0,9}\\n-{3,200}[ \\t]{0,9}(?:\\n|$)");

  private static final int MOST_BLANKS = 9;

  private static final String DASHES = "\n---";

  /** The header that begins at an offset, if one does. */
  static Optional<Header> at(String content, int start) {
    if (start >= content.length() || content.charAt(start) != '[') {
      return Optional.empty();
    }
    @Nullable Matcher rule = rule(content, start, Math.min(content.length(), start + LONGEST));
    return rule == null ? Optional.empty() : of(content, start, rule);
  }

  private static Optional<Header> of(String content, int start, Matcher rule) {
    // Not in the whole file: a search that finds nothing would go back to its beginning.
    int split = start + content.substring(start, rule.start()).lastIndexOf("](");
    return split < start
        ? Optional.empty()
        : Optional.of(
            new Header(
                content.substring(start + 1, split),
                content.substring(split + 2, rule.start()).strip(),
                rule.end()));
  }

  /** The first rule with an address before it; null when there is none. */
  private static @Nullable Matcher rule(String content, int start, int end) {
    // A search for the dashes is several times faster than one for the pattern.
    int dashes = content.indexOf(DASHES, start);
    while (dashes >= 0 && dashes < end) {
      Matcher rule = ruleAt(content, start, dashes, end);
      if (rule != null) {
        return rule;
      }
      dashes = content.indexOf(DASHES, dashes + 1);
    }
    return null;
  }

  /** Offset of the next line at which a whole header stands, or -1. */
  static int next(String content, int from) {
    int dashes = content.indexOf(DASHES, from);
    while (dashes >= 0) {
      int line = lineOfHeader(content, from, dashes);
      if (line >= 0) {
        return line;
      }
      dashes = content.indexOf(DASHES, dashes + 1);
    }
    return -1;
  }

  /** Where the line begins that ends in a header's address before these dashes, or -1. */
  private static int lineOfHeader(String content, int from, int dashes) {
    @Nullable Matcher rule = ruleAt(content, from, dashes, content.length());
    if (rule == null) {
      return -1;
    }
    int line = content.lastIndexOf('\n', rule.start()) + 1;
    return line >= from && at(content, line).isPresent() ? line : -1;
  }

  /** The rule that has these dashes, from the bracket that closes the address before them. */
  private static @Nullable Matcher ruleAt(String content, int from, int dashes, int end) {
    int bracket = lastBeforeBlanks(content, from, dashes);
    if (bracket < from || content.charAt(bracket) != ')') {
      return null;
    }
    Matcher rule = RULE.matcher(content).region(bracket, end);
    return rule.lookingAt() ? rule : null;
  }

  private static int lastBeforeBlanks(String content, int from, int end) {
    int at = end - 1;
    int first = Math.max(from, end - MOST_BLANKS);
    while (at >= first && (content.charAt(at) == ' ' || content.charAt(at) == '\t')) {
      at--;
    }
    return at;
  }
}
