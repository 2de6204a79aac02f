package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.Identity;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why raw records ended as they did. Reads outcomes, articles and dead letters from their
 * beginning and keeps only what belongs to the answer.
 */
public final class Explain {

  private static final Comparator<Outcome> IN_ORDER =
      Comparator.comparing(Outcome::getIngestedAt).thenComparing(o -> Keys.of(o.getDocument()));

  private final Topics topics;
  private final Wire wire;
  private final Extractor extractor;
  private final Map<String, Object> kafka;

  /**
   * Explanations over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   * @param extractor whose rules tell the article behind a URL
   */
  public Explain(Topics topics, Wire wire, Map<String, Object> kafka, Extractor extractor) {
    this.extractor = extractor;
    this.topics = topics;
    this.wire = wire;
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * Explains all raw records that a question names, in the order of raw records.
   *
   * @param question a document ({@code SOURCE/PATH}, or the end of a path), a file's whole path, a
   *     URL, an articleId, or a raw position ({@code PARTITION-OFFSET})
   * @return empty when no outcome answers to it
   */
  public List<Explanation> explain(String question) {
    var asked = read(topics.outcomes(), Outcome.class, o -> Keys.of(o.getRaw()), named(question));
    Set<String> articleIds = subjects(asked.values());
    var told =
        read(
            topics.outcomes(),
            Outcome.class,
            o -> Keys.of(o.getRaw()),
            o -> o.getArticleId() != null && articleIds.contains(o.getArticleId()));
    var articles =
        read(
            topics.articles(),
            Article.class,
            Article::getArticleId,
            a -> articleIds.contains(a.getArticleId()));
    var deadLetters =
        read(
            topics.deadLetters(),
            DeadLetter.class,
            d -> Keys.of(d.getRaw()),
            d -> asked.containsKey(Keys.of(d.getRaw())));
    return asked.values().stream()
        .sorted(IN_ORDER)
        .map(outcome ->
            new Explanation(
                outcome,
                articles.get(subject(outcome)),
                deadLetters.get(Keys.of(outcome.getRaw())),
                history(outcome, told.values())))
        .toList();
  }

  /** The latest wanted value of each key; a tombstone takes a value away. */
  private <T extends SpecificRecord> Map<String, T> read(
      TopicSpec topic, Class<T> type, Function<T, String> key, Predicate<T> wanted) {
    var values = wire.serde(type).deserializer();
    var latest = new LinkedHashMap<String, T>();
    TopicReader.readAll(
        kafka,
        topic.name(),
        record -> {
          T value = values.deserialize(record.topic(), record.value());
          if (value == null) {
            latest.remove(record.key());
          } else if (wanted.test(value)) {
            latest.put(key.apply(value), value);
          }
        });
    return latest;
  }

  private Predicate<Outcome> named(String question) {
    @Nullable String behindUrl = extractor.address(question).map(Identity::articleId).orElse(null);
    return outcome -> {
      String document = Keys.of(outcome.getDocument());
      return document.equals(question)
          || document.endsWith("/" + question)
          || question.endsWith("/" + document)
          || question.endsWith("/" + outcome.getDocument().getPath())
          || question.equals(outcome.getArticleId())
          || (behindUrl != null && behindUrl.equals(outcome.getArticleId()))
          || question.equals(Keys.of(outcome.getRaw()));
    };
  }

  /** The article that a verdict speaks of; for a copy, the original's. */
  private static @Nullable String subject(Outcome outcome) {
    return outcome.getOther() == null ? outcome.getArticleId() : outcome.getOther().getArticleId();
  }

  private static Set<String> subjects(Collection<Outcome> outcomes) {
    var subjects = new HashSet<String>();
    for (Outcome outcome : outcomes) {
      if (outcome.getArticleId() != null) {
        subjects.add(outcome.getArticleId());
      }
      if (outcome.getOther() != null) {
        subjects.add(outcome.getOther().getArticleId());
      }
    }
    return subjects;
  }

  private static List<Outcome> history(Outcome outcome, Collection<Outcome> told) {
    return outcome.getArticleId() == null
        ? List.of()
        : told.stream()
            .filter(other -> outcome.getArticleId().equals(other.getArticleId()))
            .sorted(IN_ORDER)
            .toList();
  }
}
