package io.copyflow.extract.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variant C: front matter, then scraped HTML without a header. */
final class ScrapedForm implements ArticleForm {

  @Override
  public Optional<Envelope> read(String content) {
    return FrontMatter.in(content).map(block -> envelope(content, block));
  }

  private static Envelope envelope(String content, FrontMatter.Block block) {
    FrontMatter matter = block.read();
    @Nullable String title = matter.value("title");
    return new Envelope(
        title, matter.value("from"), null, null, matter, content.substring(block.end()));
  }
}
