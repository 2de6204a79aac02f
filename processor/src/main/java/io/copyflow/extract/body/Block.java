package io.copyflow.extract.body;

import java.util.List;

/**
 * A paragraph, a heading, a list item or a table row as the markup has it, before anybody has asked
 * whether it belongs to the article.
 *
 * @param kind what the markup says it is
 * @param lines its lines, white space folded, none empty
 * @param linked how many of its characters stand inside links
 * @param links positions of its links among those of the body
 */
record Block(Kind kind, List<String> lines, int linked, List<Integer> links) {

  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM
  }

  /** True when all but punctuation is link text. */
  boolean isAllLink() {
    return linked > 0 && linked * 10 >= length() * 9;
  }

  int length() {
    int length = 0;
    for (int i = 0; i < lines.size(); i++) {
      length += lines.get(i).length();
    }
    return length;
  }
}
