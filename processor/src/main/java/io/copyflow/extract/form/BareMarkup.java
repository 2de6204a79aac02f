package io.copyflow.extract.form;

/** Where the markup of a file without a header begins. */
final class BareMarkup {

  private static final String COMMENT = "<!--";
  private static final String XML = "<?";

  private BareMarkup() {}

  /** The offset of the first thing that is no white space, comment or XML declaration. */
  static int start(String content) {
    int at = skipBlank(content, 0);
    while (true) {
      int next = skip(content, at);
      if (next == at) {
        return at;
      }
      at = skipBlank(content, next);
    }
  }

  /** True when a tag begins at an offset. */
  static boolean isTag(String content, int at) {
    return at + 1 < content.length()
        && content.charAt(at) == '<'
        && Character.isLetter(content.charAt(at + 1));
  }

  private static int skip(String content, int at) {
    if (content.startsWith(COMMENT, at)) {
      return after(content, "-->", at);
    }
    return content.startsWith(XML, at) ? after(content, ">", at) : at;
  }

  private static int after(String content, String end, int from) {
    int found = content.indexOf(end, from);
    return found < 0 ? content.length() : found + end.length();
  }

  private static int skipBlank(String content, int from) {
    int at = from;
    while (at < content.length() && isBlank(content.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A byte order mark that was written twice is no text either. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\uFEFF';
  }
}
