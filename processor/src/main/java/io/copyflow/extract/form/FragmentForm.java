package io.copyflow.extract.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bare piece of HTML: it begins with a tag and holds more than one paragraph. A single paragraph
 * is too little to tell an article from a note that lost its header.
 */
final class FragmentForm implements ArticleForm {

  private static final int PARAGRAPHS = 2;

  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<(?:p|br)(?=[\\s>/])");

  @Override
  public Optional<Envelope> read(String content) {
    int start = BareMarkup.start(content);
    boolean isMarkup = BareMarkup.isTag(content, start) && hasParagraphs(content);
    return isMarkup
        ? Optional.of(Envelope.bare(Envelope.Markup.FRAGMENT, content))
        : Optional.empty();
  }

  private static boolean hasParagraphs(String content) {
    Matcher paragraph = PARAGRAPH.matcher(content);
    int found = 0;
    while (found < PARAGRAPHS && paragraph.find()) {
      found++;
    }
    return found == PARAGRAPHS;
  }
}
