package io.copyflow.extract.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variant A: no epoch, the header, then a line with the date and no blank line after it. */
final class DateLineForm implements ArticleForm {

  private static final Pattern DATE_LINE = Pattern.compile("日期[：:][ ]?([^\\n]{1,80})(?:\\n|$)");

  @Override
  public Optional<Envelope> read(String content) {
    return Header.at(content, ExactForm.skipBlank(content, 0))
        .flatMap(header -> read(content, header));
  }

  private static Optional<Envelope> read(String content, Header header) {
    Matcher line = DATE_LINE.matcher(content).region(header.end(), content.length());
    if (!line.lookingAt()) {
      return Optional.empty();
    }
    String body = content.substring(line.end());
    return Optional.of(
        new Envelope(
            header.title(), header.url(), null, line.group(1).strip(), FrontMatter.NONE, body));
  }
}
