package io.copyflow.replay.diff;

import io.copyflow.avro.Article;
import io.copyflow.ledger.Position;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import io.copyflow.replay.diff.DiffReport.FieldChange;
import io.copyflow.topics.PositionReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what a changed article says on both sides: by position, from its topics. */
final class Contents implements AutoCloseable {

  private final PositionReader live;
  private final PositionReader generation;
  private final Deserializer<Article> liveArticles;
  private final Deserializer<Article> generationArticles;

  Contents(Sides sides) {
    live = new PositionReader(sides.kafka(), sides.live().articles().name());
    generation = new PositionReader(sides.kafka(), sides.generation().articles().name());
    liveArticles = sides.liveWire().serde(Article.class).deserializer();
    generationArticles = sides.generationWire().serde(Article.class).deserializer();
  }

  ArticleChange of(Change change) {
    var before = lines(live, liveArticles, change.live());
    var after = lines(generation, generationArticles, change.generation());
    return new ArticleChange(
        change.document(),
        change.publisher(),
        change.fields().keySet().stream()
            .map(name ->
                change(
                    name,
                    before.getOrDefault(name, List.of()),
                    after.getOrDefault(name, List.of())))
            .toList());
  }

  private static FieldChange change(String name, List<String> before, List<String> after) {
    return new FieldChange(name, Change.without(before, after), Change.without(after, before));
  }

  private static SortedMap<String, List<String>> lines(
      PositionReader reader, Deserializer<Article> articles, Position at) {
    try {
      var record = reader.at(at.partition(), at.offset());
      Article article = articles.deserialize(record.topic(), record.value());
      return article == null ? new TreeMap<>() : FieldLines.of(article);
    } catch (IllegalStateException e) {
      // Compacted since it was compared: there is a later one.
      return new TreeMap<>();
    }
  }

  @Override
  public void close() {
    live.close();
    generation.close();
  }
}
