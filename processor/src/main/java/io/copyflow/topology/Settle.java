package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.identity.History;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.Sighting;
import io.copyflow.topics.Keys;
import io.copyflow.topology.avro.SightingMessage;
import io.copyflow.topology.avro.SightingState;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What is a raw record to its article? All sightings of one article meet here. The article's
 * history before and after a message are held against each other, and what differs is written: in
 * order, that is one outcome and perhaps one revision; out of order, the corrections as well.
 *
 * <p>Only this node writes outcomes of extracted articles, so the last one written is the last one
 * decided. Store: articleId → what the history needs of each raw record. Texts are not kept; the
 * few that a correction needs are recalled from the raw topic.
 */
final class Settle implements Processor<String, SightingMessage, String, @Nullable SpecificRecord> {

  private final Reader reader;
  private final RawLog rawLog;
  private final Verdicts verdicts;
  private ProcessorContext<String, @Nullable SpecificRecord> context;
  private OrderedStore<SightingState> histories;

  Settle(Reader reader, RawLog rawLog, Verdicts verdicts) {
    this.reader = reader;
    this.rawLog = rawLog;
    this.verdicts = verdicts;
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SpecificRecord> context) {
    this.context = context;
    this.histories = new OrderedStore<>(context.getStateStore(ArticleTopology.HISTORIES));
  }

  @Override
  public void process(Record<String, SightingMessage> message) {
    String articleId = message.key();
    var sightings = new TreeMap<RawKey, Sighting>();
    histories
        .all(articleId)
        .forEach(e -> sightings.put(e.raw(), Sightings.sighting(e.raw(), e.value())));
    History before = History.of(sightings.values());
    Sighting sighting = Sightings.merge(message.value(), sightings);
    sightings.put(sighting.raw(), sighting);
    histories.put(articleId, sighting.raw(), Sightings.state(sighting));

    History after = History.of(sightings.values());
    var recall = new Recall(reader, rawLog, message.value());
    publish(message, before.revisions(), after.revisions(), recall);
    after
        .rulings()
        .forEach((raw, ruling) -> {
          if (!ruling.equals(before.rulings().get(raw))) {
            Sighting ruled = Objects.requireNonNull(sightings.get(raw));
            Outcome outcome = verdicts.ruled(articleId, ruled, ruling, recall);
            forward(message, Keys.of(outcome.getRaw()), outcome);
          }
        });
  }

  /**
   * Writes the revisions from the first that differs, so that the log always ends in the latest.
   */
  private void publish(
      Record<?, ?> cause, List<Sighting> before, List<Sighting> after, Recall recall) {
    if (before.equals(after)) {
      return;
    }
    if (after.isEmpty()) {
      forward(cause, (String) cause.key(), null);
    }
    int same = 0;
    while (same < Math.min(before.size(), after.size() - 1)
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    for (int i = same; i < after.size(); i++) {
      Article article = recall.article(after.get(i).raw());
      article.setRevision(i + 1);
      article.setSupersedes(i == 0 ? null : after.get(i - 1).contentHash().value());
      forward(cause, article.getArticleId(), article);
    }
  }

  private void forward(Record<?, ?> cause, String key, @Nullable SpecificRecord value) {
    context.forward(new Record<>(key, value, cause.timestamp(), cause.headers()));
  }

  @Override
  public void close() {
    rawLog.close();
  }
}
