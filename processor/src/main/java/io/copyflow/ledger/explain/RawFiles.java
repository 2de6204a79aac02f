package io.copyflow.ledger.explain;

import io.copyflow.avro.Article;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.RawPosition;
import io.copyflow.topics.PositionReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.wire.Wire;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Files of the raw topic, read by position and extracted again. Used by one thread. */
final class RawFiles implements AutoCloseable {

  private final TopicSpec topic;
  private final Rereading rules;
  private final PositionReader reader;
  private final Deserializer<RawArticle> files;

  RawFiles(Map<String, Object> kafka, Wire wire, TopicSpec topic, Rereading rules) {
    this.topic = topic;
    this.rules = rules;
    this.reader = new PositionReader(kafka, topic.name());
    this.files = wire.serde(RawArticle.class).deserializer();
  }

  /** What a file gives; null when the topic no longer holds it, or it is no raw article. */
  @Nullable Reread reread(RawPosition raw) {
    try {
      byte[] value = reader.at(raw.getPartition(), raw.getOffset()).value();
      RawArticle file = files.deserialize(topic.name(), value);
      return file == null
          ? null
          : new Reread(
              rules.read(file), rules.form(file).orElse(null), file.getBytes(), file.getSha256());
    } catch (SerializationException | IllegalStateException e) {
      return null;
    }
  }

  /** The article that a file gives; null when it gives none. */
  @Nullable Article article(RawPosition raw) {
    Reread reread = reread(raw);
    return reread != null && reread.found() instanceof Article article ? article : null;
  }

  @Override
  public void close() {
    reader.close();
  }
}
