package io.copyflow.ledger.explain;

import static java.util.stream.Collectors.toSet;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.OtherArticle;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.Withdrawal;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why raw records ended as they did. Outcomes are read twice, from their beginning: for
 * what is asked, and for what was told of the same articles. Of articles and dead letters only the
 * partitions of their keys are read, of the raw topic single records. Memory does not grow with the
 * topics. Used by one thread.
 */
public final class Explain {

  private static final int MOST_EXPLAINED = 100;
  private static final int MOST_TOLD = 2_000;

  private static final Comparator<Located<Outcome>> IN_ORDER =
      Comparator.comparing((Located<Outcome> told) -> told.value().getIngestedAt())
          .thenComparing(told -> Keys.of(told.value().getDocument()));

  private final Topics topics;
  private final Wire wire;
  private final Rereading rules;
  private final Map<String, Object> kafka;

  /**
   * Explanations over a cluster.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   * @param rules that files are read by again
   */
  public Explain(Topics topics, Wire wire, Map<String, Object> kafka, Rereading rules) {
    this.topics = topics;
    this.wire = wire;
    this.rules = rules;
    this.kafka = Map.copyOf(kafka);
  }

  /** What was told of the articles in question, and where. */
  private record Told(
      Answers<Outcome> outcomes, Answers<Article> articles, Answers<Withdrawal> withdrawals) {}

  /**
   * Explains all raw records that a question names, up to a hundred.
   *
   * @param question a document ({@code SOURCE/PATH}, or the end of a path), a file's whole path, a
   *     URL, an articleId, a content hash with its prefix, or a raw position ({@code
   *     PARTITION-OFFSET})
   * @param diff whether to say what each revision changed in the text
   * @return without explanations when no outcome answers to it
   */
  public Explained explain(String question, boolean diff) {
    Answers<Outcome> asked = asked(question);
    Set<String> articleIds = subjects(asked);
    Answers<Outcome> outcomes =
        articleIds.isEmpty()
            ? new Answers<>(0)
            : outcomes().everywhere(MOST_TOLD, told -> articleIds.contains(told.getArticleId()));
    var told =
        new Told(
            outcomes,
            articles().under(articleIds, article -> true),
            withdrawals().under(articleIds, withdrawal -> true));
    Answers<DeadLetter> buried = deadLetters(asked);
    try (var files = new RawFiles(kafka, wire, topics.raw(), rules)) {
      return new Explained(
          asked.all().stream()
              .sorted(IN_ORDER)
              .map(outcome -> explanation(outcome, told, buried, files, diff))
              .toList(),
          asked.left());
    }
  }

  /** The document that was sent to the raw topic, if one fits; whatever became of it. */
  public Optional<String> sent(String question) {
    var asked = new Question(question, null);
    var sent = new AtomicReference<String>();
    TopicReader.readAll(
        kafka,
        topics.documents().name(),
        record -> {
          if (record.key() != null && asked.fits(Keys.document(record.key()))) {
            sent.set(record.key());
          }
        });
    return Optional.ofNullable(sent.get());
  }

  private Answers<Outcome> asked(String text) {
    var question = new Question(text, rules.articleId(text).orElse(null));
    return question.isPosition()
        ? outcomes().under(Set.of(text), outcome -> true)
        : outcomes().everywhere(MOST_EXPLAINED, outcome -> question.fits(outcome));
  }

  private Explanation explanation(
      Located<Outcome> asked, Told told, Answers<DeadLetter> buried, RawFiles files, boolean diff) {
    Outcome outcome = asked.value();
    OtherArticle other = outcome.getOther();
    String subject = other == null ? outcome.getArticleId() : other.getArticleId();
    List<Located<Outcome>> history = history(outcome.getArticleId(), told);
    return new Explanation(
        asked,
        files.reread(outcome.getRaw()),
        other == null ? null : told.outcomes.byKey().get(Keys.of(other.getRaw())),
        told.articles.byKey().get(subject),
        told.withdrawals.byKey().get(subject),
        buried.byKey().get(Keys.of(outcome.getRaw())),
        history,
        told.outcomes.left(),
        new Changes(diff ? files : null).of(history));
  }

  private static List<Located<Outcome>> history(@Nullable String articleId, Told told) {
    return articleId == null
        ? List.of()
        : told.outcomes.all().stream()
            .filter(one -> articleId.equals(one.value().getArticleId()))
            .sorted(IN_ORDER)
            .toList();
  }

  /** The articles that verdicts speak of; for a copy, the original's too. */
  private static Set<String> subjects(Answers<Outcome> asked) {
    var subjects = new HashSet<String>();
    for (Located<Outcome> told : asked.all()) {
      if (told.value().getArticleId() != null) {
        subjects.add(told.value().getArticleId());
      }
      if (told.value().getOther() != null) {
        subjects.add(told.value().getOther().getArticleId());
      }
    }
    return subjects;
  }

  private Answers<DeadLetter> deadLetters(Answers<Outcome> asked) {
    List<Outcome> rejected =
        asked.all().stream()
            .map(Located::value)
            .filter(outcome -> outcome.getKind() == OutcomeKind.REJECTED)
            .toList();
    Set<String> documents =
        rejected.stream().map(outcome -> Keys.of(outcome.getDocument())).collect(toSet());
    Set<String> raws = rejected.stream().map(outcome -> Keys.of(outcome.getRaw())).collect(toSet());
    return new Search<>(
            kafka, wire, topics.deadLetters(), DeadLetter.class, letter -> Keys.of(letter.getRaw()))
        .under(documents, letter -> raws.contains(Keys.of(letter.getRaw())));
  }

  private Search<Outcome> outcomes() {
    return new Search<>(
        kafka, wire, topics.outcomes(), Outcome.class, outcome -> Keys.of(outcome.getRaw()));
  }

  private Search<Withdrawal> withdrawals() {
    return new Search<>(
        kafka, wire, topics.withdrawals(), Withdrawal.class, Withdrawal::getArticleId);
  }

  private Search<Article> articles() {
    return new Search<>(kafka, wire, topics.articles(), Article.class, Article::getArticleId);
  }
}
