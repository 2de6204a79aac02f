package io.copyflow.cli;

import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REVISED;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawPosition;
import io.copyflow.logging.Printable;
import io.copyflow.settings.Settings;
import io.copyflow.topics.Keys;
import io.copyflow.topics.PositionReader;
import io.copyflow.topics.TopicReader;
import io.copyflow.wire.Wire;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line for each raw record as its verdict is committed. Reads outcomes and articles, as
 * any consumer would, on a thread of its own.
 */
final class VerdictLines implements AutoCloseable {

  private static final int REMEMBERED = 10_000;

  private final Terminal terminal;
  private final String outcomesTopic;
  private final Deserializer<Outcome> outcomes;
  private final Deserializer<Article> articles;
  private final TopicReader reader;
  private final PositionReader rawTopic;
  private final Thread thread;
  private final Map<String, Article> published = recent();
  private final Map<String, Outcome> waiting = recent();
  private final Map<String, String> documents = recent();
  private final Set<String> shown = Collections.newSetFromMap(recent());
  private volatile boolean last;

  private VerdictLines(Settings settings, Cluster cluster, Terminal terminal) {
    var topics = settings.topics();
    var wire = Wire.of(settings.registry());
    this.terminal = terminal;
    this.outcomesTopic = topics.outcomes().name();
    this.outcomes = wire.serde(Outcome.class).deserializer();
    this.articles = wire.serde(Article.class).deserializer();
    var names = List.of(outcomesTopic, topics.articles().name());
    this.reader = new TopicReader(names, cluster.client(settings));
    this.rawTopic = new PositionReader(cluster.client(settings), topics.raw().name());
    this.thread = new Thread(() -> reader.followUntil(() -> last, this::show), "verdict-lines");
  }

  /**
   * A map that forgets its oldest entries: whoever watches for months must not run out of memory.
   */
  private static <V> Map<String, V> recent() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /** Begins with what is committed after this call. */
  static VerdictLines print(Settings settings, Cluster cluster, Terminal terminal) {
    var lines = new VerdictLines(settings, cluster, terminal);
    lines.reader.skipToEnd();
    lines.thread.setDaemon(true);
    lines.thread.start();
    return lines;
  }

  /** Waits until everything that is committed now has been printed. */
  void finish() throws InterruptedException {
    last = true;
    thread.join();
  }

  @Override
  public void close() {
    reader.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reader.close();
    rawTopic.close();
  }

  private void show(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(outcomesTopic)) {
      Outcome outcome = outcomes.deserialize(record.topic(), record.value());
      waiting.put(Keys.of(outcome.getRaw()), outcome);
      documents.put(Keys.of(outcome.getRaw()), Keys.of(outcome.getDocument()));
      show(Keys.of(outcome.getRaw()));
    } else if (record.value() != null) {
      Article article = articles.deserialize(record.topic(), record.value());
      published.put(Keys.of(article.getRaw()), article);
      show(Keys.of(article.getRaw()));
    }
  }

  /** A revision is told together with its title, whichever of its two records comes first. */
  private void show(String raw) {
    Outcome outcome = waiting.get(raw);
    if (outcome == null) {
      return;
    }
    boolean revises = outcome.getKind() == NEW || outcome.getKind() == REVISED;
    boolean publishes = revises && !outcome.getWithdrawn();
    Article article = published.get(raw);
    if (!publishes || article != null) {
      boolean corrected = !shown.add(raw);
      String line = VerdictText.of(outcome, article, other(outcome), corrected);
      terminal.out().println(Printable.line(line));
      waiting.remove(raw);
      published.remove(raw);
    }
  }

  /** The file of the other raw record: from its own outcome, or from the raw topic. */
  private @Nullable String other(Outcome outcome) {
    return outcome.getOther() == null
        ? null
        : documents.computeIfAbsent(
            Keys.of(outcome.getOther().getRaw()), key -> document(outcome.getOther().getRaw()));
  }

  private String document(RawPosition raw) {
    var record = rawTopic.at(raw.getPartition(), raw.getOffset());
    return Keys.of(Keys.rawDocument(record.key(), record.partition(), record.offset()));
  }
}
