package io.copyflow.extract.form;

import java.util.Optional;

/** Variant B: front matter, then the exact form. */
final class FrontMatterForm implements ArticleForm {

  @Override
  public Optional<Envelope> read(String content) {
    return FrontMatter.end(content)
        .flatMap(end -> ExactForm.read(content, end, FrontMatter.of(content)));
  }
}
