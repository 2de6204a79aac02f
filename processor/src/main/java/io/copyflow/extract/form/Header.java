package io.copyflow.extract.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** The header that begins at an offset, if one does. */
  static Optional<Header> at(String content, int start) {
    if (start >= content.length() || content.charAt(start) != '[') {
      return Optional.empty();
    }
    Matcher rule = RULE.matcher(content).region(start, Math.min(content.length(), start + LONGEST));
    if (!rule.find()) {
      return Optional.empty();
    }
    int split = content.lastIndexOf("](", rule.start());
    return split < start
        ? Optional.empty()
        : Optional.of(
            new Header(
                content.substring(start + 1, split),
                content.substring(split + 2, rule.start()).strip(),
                rule.end()));
  }

  /** Offset of the next line at which a whole header stands, or -1. */
  static int next(String content, int from) {
    Matcher rule = RULE.matcher(content);
    int at = from;
    while (rule.find(at)) {
      int line = content.lastIndexOf('\n', rule.start()) + 1;
      if (line >= from && at(content, line).isPresent()) {
        return line;
      }
      at = rule.end();
    }
    return -1;
  }
}
