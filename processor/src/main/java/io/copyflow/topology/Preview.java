package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a raw article would become if it were the only one: extraction and identity, without a
 * cluster. Thread-safe.
 */
public final class Preview {

  private final Reader reader;

  /** A preview by the rules of an extractor. */
  public Preview(Extractor extractor) {
    this.reader =
        new Reader(
            extractor,
            Wire.singleObject().serde(RawArticle.class).deserializer(),
            new Verdicts("", extractor.version()),
            Topics.MAX_RECORD_BYTES);
  }

  /**
   * Reads a raw article.
   *
   * @return its {@code Article}, as revision 1, or an {@code Outcome} that says why there is none;
   *     the raw position of either means nothing
   */
  public SpecificRecord of(RawArticle file) {
    var nowhere = new RawKey(0, Keys.of(file.getDocument()), 0, 0);
    Reading reading = reader.read(nowhere, file);
    if (reading instanceof Reading.Identified identified) {
      Article article = Articles.fromBytes(identified.article());
      article.setDocument(file.getDocument());
      article.setRevision(1);
      return article;
    }
    return ((Reading.Refused) reading).outcome();
  }
}
