package io.copyflow.topology;

import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Standing;
import io.copyflow.topology.avro.SightingMessage;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What is a raw record to its article? All sightings of one article meet here. What the article was
 * before a message and what it is after it are held against each other, and what differs is
 * written.
 *
 * <p>Only this node and {@link Withdraw}, which shares its stores and so its task, write outcomes
 * of extracted articles: the last one written is the last one decided.
 */
final class Settle implements Processor<String, SightingMessage, String, @Nullable SpecificRecord> {

  private final Recall recall;
  private final Verdicts verdicts;
  private final Dedup dedup;
  private final PipelineObserver observer;
  private KnownArticles articles;
  private Corrections corrections;

  Settle(Recall recall, Verdicts verdicts, Dedup dedup, PipelineObserver observer) {
    this.recall = recall;
    this.verdicts = verdicts;
    this.dedup = dedup;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SpecificRecord> context) {
    articles = new KnownArticles(context, dedup);
    corrections = new Corrections(context, recall, verdicts, observer);
  }

  @Override
  public void process(Record<String, SightingMessage> record) {
    SightingMessage message = record.value();
    Facts facts = Messages.facts(message);
    recall.begin(facts, Messages.reading(message, facts));
    KnownArticles.Known article = articles.find(record.key());
    Standing before = article.standing(recall.order(), dedup.reissues());
    article.put(sighting(message, facts, article));
    corrections.write(record, before, article.standing(recall.order(), dedup.reissues()));
  }

  /** The sighting that a message brings, or the known one with the message's new verdict. */
  private static Sighting sighting(
      SightingMessage message, @Nullable Facts facts, KnownArticles.Known article) {
    RawRef raw = RawRefs.of(message.getRaw());
    var copyOf = Messages.original(message.getCopyOf());
    return facts == null
        // Both come through one partition, so what a new verdict speaks of is always known.
        ? article.sighting(raw).withCopyOf(copyOf)
        : new Sighting(raw, facts.mark(), copyOf);
  }

  @Override
  public void close() {
    recall.close();
  }
}
