package io.copyflow.bench;

import io.copyflow.avro.RawArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.Jsoup;

/** The floor under extraction: the parser finds the encoding and builds the tree, nothing else. */
final class Parse implements Work {

  private List<RawArticle> articles = List.of();
  private long elements;

  @Override
  public void open(Round round) {
    if (articles.isEmpty()) {
      articles = RawRecords.articles(round.bootstrap(), round.corpus());
    }
  }

  @Override
  public void finish() {
    articles.forEach(article -> elements += parse(article));
    if (elements == 0) {
      throw new IllegalStateException("nothing was parsed");
    }
  }

  /** Elements in the tree of an article's bytes. */
  static int parse(RawArticle article) {
    var content = article.getContent().duplicate();
    var bytes = new byte[content.remaining()];
    content.get(bytes);
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "").childrenSize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
