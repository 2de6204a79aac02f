package io.copyflow.extract.form;

import java.util.Optional;

/** One form that an article file may have. Stateless. */
interface ArticleForm {

  /**
   * Reads a file in this form.
   *
   * @param content the decoded file; lines end in LF
   * @return what it holds; empty when the file is in another form
   */
  Optional<Envelope> read(String content);
}
