package io.copyflow.extract.form;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The archive's exact form: an epoch comment, which may be missing, the header, the body. */
final class ExactForm implements ArticleForm {

  /** A body may begin with a comment of its own: only a number or NaN is an epoch. */
  private static final Pattern EPOCH =
      Pattern.compile("\\s{0,9}<!--[ ]?(-?\\d{1,19}|NaN)[ ]?-->[ \\t]{0,9}\\n\\s{0,9}");

  @Override
  public Optional<Envelope> read(String content) {
    return read(content, 0, () -> FrontMatter.NONE);
  }

  static Optional<Envelope> read(String content, int start, Supplier<FrontMatter> frontMatter) {
    Matcher epoch = EPOCH.matcher(content).region(start, content.length());
    boolean dated = epoch.lookingAt();
    int header = dated ? epoch.end() : skipBlank(content, start);
    return Header.at(content, header)
        .map(found -> envelope(content, found, dated ? epoch.group(1) : null, frontMatter.get()));
  }

  private static Envelope envelope(
      String content, Header header, @Nullable String epoch, FrontMatter frontMatter) {
    String body = content.substring(header.end());
    return new Envelope(header.title(), header.url(), epoch, null, frontMatter, body);
  }

  static int skipBlank(String content, int from) {
    int at = from;
    while (at < content.length() && Character.isWhitespace(content.charAt(at))) {
      at++;
    }
    return at;
  }
}
