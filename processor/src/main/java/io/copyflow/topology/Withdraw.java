package io.copyflow.topology;

import io.copyflow.avro.Withdrawal;
import io.copyflow.identity.Standing;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes an article out of sight, or lets it be seen again: a tombstone, or all its revisions, and
 * outcomes that say so. An article that is not there yet stays out when it comes. The latest
 * decision counts; a tombstone of a decision takes it back. What is no decision is passed over:
 * {@code ledger --verify} names it.
 */
final class Withdraw
    implements Processor<@Nullable String, byte @Nullable [], String, @Nullable SpecificRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(Withdraw.class);

  private final Seldom passedOver = new Seldom(LOG, Level.WARN, "a withdrawal is passed over");
  private final Recall recall;
  private final Verdicts verdicts;
  private final Dedup dedup;
  private final PipelineObserver observer;
  private final Deserializer<Withdrawal> withdrawals;
  private ProcessorContext<String, @Nullable SpecificRecord> context;
  private KnownArticles articles;
  private Corrections corrections;

  Withdraw(
      Recall recall,
      Verdicts verdicts,
      Dedup dedup,
      Deserializer<Withdrawal> withdrawals,
      PipelineObserver observer) {
    this.recall = recall;
    this.verdicts = verdicts;
    this.dedup = dedup;
    this.observer = observer;
    this.withdrawals = withdrawals;
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SpecificRecord> context) {
    this.context = context;
    articles = new KnownArticles(context, dedup);
    corrections = new Corrections(context, recall, verdicts, observer);
  }

  @Override
  public void process(Record<@Nullable String, byte @Nullable []> record) {
    String articleId = record.key();
    if (articleId == null) {
      passedOver.say("no key", "it names no article", null);
      return;
    }
    try {
      Withdrawal decision = withdrawals.deserialize("", record.value());
      // The source's own time says only that decisions come before raw records.
      long at = decision == null ? context.currentSystemTimeMs() : decision.getAt().toEpochMilli();
      boolean withdrawn = decision != null && !decision.getUndone();
      decide(new Record<>(articleId, withdrawn, Math.max(0, at), record.headers()));
    } catch (SerializationException e) {
      passedOver.say(e.getClass().getSimpleName(), articleId, e);
    }
  }

  private void decide(Record<String, Boolean> decision) {
    recall.begin(null, null);
    KnownArticles.Known article = articles.find(decision.key());
    Standing before = article.standing(recall.order(), dedup.reissues());
    long logEnd = article.logEnd(before.published());
    article.setWithdrawn(decision.value());
    Standing after = article.standing(recall.order(), dedup.reissues());
    corrections.write(
        decision, new Corrections.Change(article, logEnd, before, after, Trigger.LIVE, null));
  }

  @Override
  public void close() {
    recall.close();
  }
}
