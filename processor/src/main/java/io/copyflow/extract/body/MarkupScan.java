package io.copyflow.extract.body;

import io.copyflow.extract.Limits;
import java.util.Optional;

/**
 * Counts tags and measures their names before the parser sees them. The parser takes time quadratic
 * in a tag name and memory linear in the number of tags; this scan takes linear time and none.
 */
public final class MarkupScan {

  private MarkupScan() {}

  /** What is over a limit, in words; empty when parsing is safe. */
  public static Optional<String> check(String html, Limits limits) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int name = nameStart(html, at + 1);
      if (name < 0) {
        continue;
      }
      tags++;
      if (tags > limits.maxTags()) {
        return Optional.of("more than " + limits.maxTags() + " tags");
      }
      if (nameEnd(html, name, limits.maxTagNameBytes()) < 0) {
        return Optional.of("a tag name of more than " + limits.maxTagNameBytes() + " characters");
      }
    }
    return Optional.empty();
  }

  /** Where the name of a tag begins; comments count as tags too, for they make nodes. */
  private static int nameStart(String html, int at) {
    int start = at < html.length() && html.charAt(at) == '/' ? at + 1 : at;
    if (start >= html.length()) {
      return -1;
    }
    char c = html.charAt(start);
    boolean begins = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '!' || c == '?';
    return begins ? start : -1;
  }

  /** Where the name ends, or -1 when it is too long. */
  private static int nameEnd(String html, int from, int longest) {
    if (html.charAt(from) == '!' || html.charAt(from) == '?') {
      return from;
    }
    int end = Math.min(html.length(), from + longest + 1);
    for (int i = from; i < end; i++) {
      char c = html.charAt(i);
      if (c <= ' ' || c == '>' || c == '/') {
        return i;
      }
    }
    return end == html.length() && end - from <= longest ? end : -1;
  }
}
