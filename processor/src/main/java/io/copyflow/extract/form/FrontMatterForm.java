package io.copyflow.extract.form;

import java.util.Optional;

/** Variant B: front matter, then the exact form. */
final class FrontMatterForm implements ArticleForm {

  @Override
  public Optional<Envelope> read(String content) {
    return FrontMatter.in(content)
        .flatMap(block -> ExactForm.read(content, block.end(), block::read));
  }
}
