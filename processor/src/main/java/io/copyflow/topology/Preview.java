package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a raw article would become if it were the only one: extraction and identity, without a
 * cluster. Thread-safe.
 */
public final class Preview {

  private final Reader reader;

  /** A preview by the rules of an extractor. */
  public Preview(Extractor extractor) {
    this(extractor, Wire.singleObject(), "", Topics.MAX_RECORD_BYTES);
  }

  /**
   * A preview of what lies in a raw topic.
   *
   * @param wire in which raw records are written
   * @param settings of the processor, whose limits count
   */
  public Preview(Extractor extractor, Wire wire, Topics topics, ProcessorSettings settings) {
    this(extractor, wire, topics.raw().name(), settings.maxArticleBytes());
  }

  private Preview(Extractor extractor, Wire wire, String rawTopic, int maxArticleBytes) {
    this.reader =
        new Reader(
            extractor,
            wire.serde(RawArticle.class).deserializer(),
            new Verdicts(rawTopic, extractor.version()),
            new RecordLimits(maxArticleBytes));
  }

  /**
   * What a raw record would become: {@code ARTICLE}, or kind and reason of its outcome. Whether an
   * article is a copy, other records decide.
   */
  public String kind(ConsumerRecord<String, byte[]> raw) {
    var document = Keys.rawDocument(raw.key(), raw.partition(), raw.offset());
    long time = Math.max(0, raw.timestamp());
    var key = new RawKey(time, Keys.of(document), raw.partition(), raw.offset());
    return reader.read(key, raw.value()) instanceof Reading.Refused refused
        ? refused.outcome().getKind() + " " + refused.outcome().getReason()
        : "ARTICLE";
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
