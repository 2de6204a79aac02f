package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Document;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawPosition;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the topics say, reduced to what the invariants speak of. Used by one thread. */
final class Evidence {

  /** A raw record: its place in the order of all. */
  record Raw(long timestamp, String document) {}

  /** The latest revision that consumers see of an article. */
  record Published(int revision, String contentHash, Position raw) {}

  /** The dead letters of a raw record: their document, and how many. */
  record Dead(String document, int count) {}

  /**
   * A value that stands twice in a row under its key: the file and the raw record that it speaks
   * of. A tombstone speaks of none: then the key and nothing.
   */
  record Doubled(String document, String raw, String topic) {

    static Doubled of(String key, @Nullable SpecificRecord value, String topic) {
      if (value instanceof Outcome outcome) {
        return of(outcome.getDocument(), outcome.getRaw(), topic);
      } else if (value instanceof Article article) {
        return of(article.getDocument(), article.getRaw(), topic);
      } else if (value instanceof DeadLetter letter) {
        return of(letter.getDocument(), letter.getRaw(), topic);
      }
      return new Doubled(key, "", topic);
    }

    private static Doubled of(Document document, RawPosition raw, String topic) {
      return new Doubled(Keys.of(document), Keys.of(raw), topic);
    }
  }

  final Map<Position, Raw> raws = new HashMap<>();
  final Map<Position, Outcome> outcomes = new HashMap<>();
  final Map<String, Published> articles = new TreeMap<>();
  final Map<Position, Dead> deadLetters = new HashMap<>();

  /** Values that stand twice in a row under one key, by topic and key. */
  final Map<String, Doubled> doubled = new TreeMap<>();

  private Evidence() {}

  /** Reads all topics; the raw topic last, so that whatever the others tell of is in it. */
  static Evidence gather(Topics topics, Wire wire, Map<String, Object> kafka) {
    var evidence = new Evidence();
    evidence.read(kafka, topics.outcomes(), wire, Outcome.class, evidence::outcome);
    evidence.read(kafka, topics.articles(), wire, Article.class, evidence::article);
    evidence.read(kafka, topics.deadLetters(), wire, DeadLetter.class, evidence::deadLetter);
    TopicReader.readAll(
        kafka,
        topics.raw().name(),
        raw -> {
          var at = new Position(raw.partition(), raw.offset());
          String document = Keys.of(Keys.rawDocument(raw.key(), at.partition(), at.offset()));
          evidence.raws.put(at, new Raw(raw.timestamp(), document));
        });
    return evidence;
  }

  private <T extends SpecificRecord> void read(
      Map<String, Object> kafka,
      TopicSpec topic,
      Wire wire,
      Class<T> type,
      BiConsumer<String, @Nullable T> entry) {
    var values = wire.serde(type).deserializer();
    var last = new HashMap<String, Integer>();
    TopicReader.readAll(
        kafka,
        topic.name(),
        record -> {
          T value = values.deserialize(record.topic(), record.value());
          Integer hash = Arrays.hashCode(record.value());
          if (hash.equals(last.put(record.key(), hash))) {
            doubled.put(
                topic.name() + " " + record.key(), Doubled.of(record.key(), value, topic.name()));
          }
          entry.accept(record.key(), value);
        });
  }

  private void outcome(String key, @Nullable Outcome outcome) {
    if (outcome == null) {
      outcomes.remove(Position.parse(key));
    } else {
      outcomes.put(Position.parse(key), outcome);
    }
  }

  private void article(String articleId, @Nullable Article article) {
    if (article == null) {
      articles.remove(articleId);
    } else {
      var raw = Position.of(article.getRaw());
      articles.put(articleId, new Published(article.getRevision(), article.getContentHash(), raw));
    }
  }

  private void deadLetter(String key, @Nullable DeadLetter letter) {
    if (letter != null) {
      deadLetters.merge(
          Position.of(letter.getRaw()),
          new Dead(key, 1),
          (known, next) -> new Dead(key, known.count() + 1));
    }
  }
}
