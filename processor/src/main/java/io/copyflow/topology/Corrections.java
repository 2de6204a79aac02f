package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Ruling;
import io.copyflow.identity.Standing;
import io.copyflow.topics.Keys;
import io.copyflow.topology.PipelineObserver.Decision;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes what differs between what an article was and what it is: in order, that is one outcome and
 * perhaps one revision; out of order, the corrections as well. Used by one task.
 */
final class Corrections {

  private final ProcessorContext<String, @Nullable SpecificRecord> context;
  private final Recall recall;
  private final Verdicts verdicts;
  private final PipelineObserver observer;
  private final long startedAt;

  Corrections(
      ProcessorContext<String, @Nullable SpecificRecord> context,
      Recall recall,
      Verdicts verdicts,
      PipelineObserver observer) {
    this.context = context;
    this.observer = observer;
    this.startedAt = context.currentSystemTimeMs();
    this.recall = recall;
    this.verdicts = verdicts;
  }

  /**
   * Writes the difference.
   *
   * @param cause what changed the article; its key is the article, its time that of what is written
   */
  void write(Record<String, ?> cause, Standing before, Standing after) {
    publish(cause, before.published(), after.published());
    rule(cause, before, after);
  }

  private void rule(Record<String, ?> cause, Standing before, Standing after) {
    after
        .history()
        .rulings()
        .forEach((raw, ruling) -> {
          if (!after.ruledAs(before, raw)) {
            Outcome outcome = verdicts.ruled(cause.key(), recall.facts(raw), ruling, recall);
            outcome.setWithdrawn(after.withdrawn());
            observer.decided(decision(outcome, before.history().rulings().get(raw)));
            forward(cause, Keys.of(outcome.getRaw()), outcome);
          }
        });
  }

  private Decision decision(Outcome outcome, @Nullable Ruling before) {
    long ingestedAt = outcome.getIngestedAt().toEpochMilli();
    return new Decision(
        outcome.getKind(),
        before == null ? null : Verdicts.kind(before),
        null,
        ingestedAt,
        ingestedAt >= startedAt);
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
}
