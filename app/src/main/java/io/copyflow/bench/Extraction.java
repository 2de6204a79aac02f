package io.copyflow.bench;

import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import java.util.List;

/** Extraction alone: files in memory to fields. */
final class Extraction implements Work {

  private final Extractor extractor = Extractor.standard();
  private List<RawArticle> articles = List.of();

  @Override
  public void open(Round round) {
    if (articles.isEmpty()) {
      articles = RawRecords.articles(round.bootstrap(), round.corpus());
    }
  }

  @Override
  public void finish() {
    long extracted = articles.stream().filter(this::isExtracted).count();
    if (extracted == 0) {
      throw new IllegalStateException("nothing was extracted");
    }
  }

  private boolean isExtracted(RawArticle article) {
    var content = article.getContent().duplicate();
    var bytes = new byte[content.remaining()];
    content.get(bytes);
    var hints = new Hints(article.getMediaType(), article.getCharset(), article.getUrl());
    return extractor.extract(bytes, hints) instanceof Extracted;
  }

  @Override
  public void close() {}
}
