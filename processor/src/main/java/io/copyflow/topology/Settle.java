package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.identity.History;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.topics.Keys;
import io.copyflow.topology.avro.SightingMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * decided. Store: articleId → what the history needs of each raw record. Texts, names and whole
 * hashes are not kept; the few that a correction needs are recalled.
 */
final class Settle implements Processor<String, SightingMessage, String, @Nullable SpecificRecord> {

  private final Recall recall;
  private final Verdicts verdicts;
  private final Reissues reissues;
  private ProcessorContext<String, @Nullable SpecificRecord> context;
  private GroupStore<Sighted> histories;

  Settle(Recall recall, Verdicts verdicts, Reissues reissues) {
    this.recall = recall;
    this.verdicts = verdicts;
    this.reissues = reissues;
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SpecificRecord> context) {
    this.context = context;
    this.histories =
        new GroupStore<>(context.getStateStore(ArticleTopology.HISTORIES), Sighted.FORM);
  }

  @Override
  public void process(Record<String, SightingMessage> record) {
    SightingMessage message = record.value();
    Facts facts = Messages.facts(message);
    recall.begin(facts, Messages.reading(message, facts));
    GroupStore<Sighted>.Group group = histories.group(ArticleKeys.group(record.key()));
    var sightings = new HashMap<RawRef, Sighting>();
    group.all().forEach(sighted -> sightings.put(sighted.raw(), sighted.sighting()));
    History before = History.of(sightings.values(), recall.order(), reissues);
    Sighting sighting = merge(message, facts, sightings);
    sightings.put(sighting.raw(), sighting);
    group.put(new Sighted(sighting));

    History after = History.of(sightings.values(), recall.order(), reissues);
    publish(record, before.revisions(), after.revisions());
    rule(record, before, after);
  }

  /** The sighting that a message brings, or the known one with the message's new verdict. */
  private static Sighting merge(
      SightingMessage message, @Nullable Facts facts, Map<RawRef, Sighting> known) {
    RawRef raw = RawRefs.of(message.getRaw());
    var copyOf = Messages.original(message.getCopyOf());
    return facts == null
        // Both come through one partition, so what a new verdict speaks of is always known.
        ? Objects.requireNonNull(known.get(raw)).withCopyOf(copyOf)
        : new Sighting(raw, facts.mark(), copyOf);
  }

  private void rule(Record<String, ?> cause, History before, History after) {
    after
        .rulings()
        .forEach((raw, ruling) -> {
          if (!ruling.equals(before.rulings().get(raw))) {
            Outcome outcome = verdicts.ruled(cause.key(), recall.facts(raw), ruling, recall);
            forward(cause, Keys.of(outcome.getRaw()), outcome);
          }
        });
  }

  /**
   * Writes the revisions from the first that differs, so that the log always ends in the latest.
   */
  private void publish(Record<String, ?> cause, List<RawRef> before, List<RawRef> after) {
    if (before.equals(after)) {
      return;
    }
    if (after.isEmpty()) {
      forward(cause, cause.key(), null);
    }
    int same = 0;
    while (same < Math.min(before.size(), after.size() - 1)
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    for (int i = same; i < after.size(); i++) {
      Article article = recall.article(after.get(i));
      article.setRevision(i + 1);
      article.setSupersedes(
          i == 0 ? null : recall.facts(after.get(i - 1)).content().asWritten().value());
      forward(cause, article.getArticleId(), article);
    }
  }

  private void forward(Record<?, ?> cause, String key, @Nullable SpecificRecord value) {
    context.forward(new Record<>(key, value, cause.timestamp(), cause.headers()));
  }

  @Override
  public void close() {
    recall.close();
  }
}
