package io.copyflow.topology;

import io.copyflow.avro.Reread;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Standing;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Corrections.NewReading;
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
  private ProcessorContext<String, @Nullable SpecificRecord> context;
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
    this.context = context;
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
    long logEnd = article.logEnd(before.published());
    NewReading readAgain = take(message, facts, article);
    Standing after = article.standing(recall.order(), dedup.reissues());
    var trigger = Trigger.of(message);
    corrections.write(
        record, new Corrections.Change(article, logEnd, before, after, trigger, readAgain));
    Reread next = Messages.request(message);
    if (next != null) {
      // By the clock: the topic of requests has a time limit.
      context.forward(new Record<>(Keys.of(next.getRaw()), next, context.currentSystemTimeMs()));
    }
  }

  /**
   * Takes a message in, unless a later reading of its raw record is known: contents are claimed in
   * different partitions, so messages of two readings come in any order.
   *
   * @return the new reading of a raw record that was read before, if this is one
   */
  private static @Nullable NewReading take(
      SightingMessage message, @Nullable Facts facts, KnownArticles.Known article) {
    RawRef raw = RawRefs.of(message.getRaw());
    int attempt = message.getAttempt();
    Sighted known = article.find(raw);
    int knownAttempt = known == null ? 0 : known.attempt();
    if (message.getRetracts() != null) {
      if (known != null && knownAttempt < attempt) {
        article.remove(raw);
      }
    } else if (facts != null && knownAttempt < attempt) {
      Sighting sighting = new Sighting(raw, facts.mark(), Messages.original(message.getCopyOf()));
      article.put(new Sighted(sighting, attempt, null));
      boolean otherwise = known != null && !known.sighting().content().equals(facts.mark());
      return attempt == Attempts.FIRST ? null : new NewReading(raw, otherwise);
    } else if (facts == null && known != null && knownAttempt == attempt) {
      Sighting sighting = known.sighting().withCopyOf(Messages.original(message.getCopyOf()));
      article.put(new Sighted(sighting, attempt, known.owed()));
    }
    return null;
  }

  @Override
  public void close() {
    recall.close();
  }
}
