package io.copyflow.extract.form;

import java.util.Optional;
import java.util.regex.Pattern;

/** A whole HTML page: it begins, after comments, with one of the tags that only pages have. */
final class PageForm implements ArticleForm {

  private static final Pattern START =
      Pattern.compile(
          "(?i)<(?:!doctype|(?:html|head|body|meta|title|link|base|script)(?=[\\s>/]))");

  @Override
  public Optional<Envelope> read(String content) {
    int start = BareMarkup.start(content);
    return START.matcher(content).region(start, content.length()).lookingAt()
        ? Optional.of(Envelope.bare(Envelope.Markup.PAGE, content))
        : Optional.empty();
  }
}
