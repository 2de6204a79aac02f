package io.copyflow.extract.body;

import io.copyflow.extract.Limits;
import java.util.List;
import java.util.Optional;

/**
 * Counts tags and measures their names before the parser sees them. The parser takes time quadratic
 * in a tag name and memory linear in the number of tags; this scan takes linear time and none.
 */
public final class MarkupScan {

  /** Elements whose content is text to the parser, whatever it looks like. */
  private static final List<String> RAW = List.of("script", "style", "textarea", "title");

  private static final String COMMENT = "!--";

  /** The bit in which the cases of ASCII letters differ. */
  private static final int CASE = 0x20;

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
      at = skipText(html, at, name);
    }
    return Optional.empty();
  }

  /** Scripts hold things that look like tags: goes on where the text of such an element ends. */
  private static int skipText(String html, int at, int name) {
    if (html.startsWith(COMMENT, name)) {
      return before(html.indexOf("-->", name + 1), html);
    }
    if (name == at + 1 && mayBeRaw(html, name)) {
      for (String raw : RAW) {
        if (html.regionMatches(true, name, raw, 0, raw.length())
            && !isNamePart(html, name + raw.length())) {
          return endOfText(html, name + raw.length(), "</" + raw);
        }
      }
    }
    return at;
  }

  /** Most tags do not even begin like one of the few that hold raw text: sc, st, te, ti. */
  private static boolean mayBeRaw(String html, int name) {
    int first = html.charAt(name) | CASE;
    int second = name + 1 < html.length() ? html.charAt(name + 1) | CASE : 0;
    return first == 's'
        ? second == 'c' || second == 't'
        : first == 't' && (second == 'e' || second == 'i');
  }

  private static boolean isNamePart(String html, int at) {
    return at < html.length()
        && (Character.isLetterOrDigit(html.charAt(at)) || "-:_".indexOf(html.charAt(at)) >= 0);
  }

  /** Just before the end tag, which counts as one; the end of everything when there is none. */
  private static int endOfText(String html, int from, String end) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at, end, 0, end.length())) {
        return at - 1;
      }
    }
    return html.length();
  }

  private static int before(int found, String html) {
    return found < 0 ? html.length() : found;
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
