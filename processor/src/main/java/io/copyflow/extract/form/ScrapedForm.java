package io.copyflow.extract.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variant C: front matter, then scraped HTML without a header. */
final class ScrapedForm implements ArticleForm {

  @Override
  public Optional<Envelope> read(String content) {
    return FrontMatter.end(content).map(end -> envelope(content, end));
  }

  private static Envelope envelope(String content, int end) {
    FrontMatter matter = FrontMatter.of(content);
    @Nullable String title = matter.value("title");
    return new Envelope(title, matter.value("from"), null, null, matter, content.substring(end));
  }
}
