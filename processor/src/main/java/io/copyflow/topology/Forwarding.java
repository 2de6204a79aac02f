package io.copyflow.topology;

import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.Reading.Refused;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a reading on: an article to identification, keyed by the beginning of its folded content
 * hash; anything else has its outcome, and perhaps its dead letter, at once. Used by one task.
 *
 * @param recent takes what was read, for corrections that come soon
 */
record Forwarding(ProcessorContext<String, SpecificRecord> context, RecentReadings recent) {

  /**
   * Sends a reading on.
   *
   * @param attempt which reading of the raw record it is, from 1
   * @param headers of the raw record
   */
  void forward(Reading reading, int attempt, Trigger trigger, Headers headers) {
    if (reading instanceof Identified found) {
      recent.add(found);
      String key = found.facts().content().folded().beginning();
      long time = found.facts().raw().timestamp();
      context.forward(new Record<>(key, Messages.read(found, attempt, trigger), time));
    } else if (reading instanceof Refused refused) {
      refuse(refused, attempt, trigger, headers);
    }
  }

  private void refuse(Refused refused, int attempt, Trigger trigger, Headers headers) {
    Outcome outcome = refused.outcome();
    outcome.setAttempt(attempt);
    outcome.setCause(trigger.cause());
    outcome.setGeneration(trigger.generation());
    long time = outcome.getIngestedAt().toEpochMilli();
    context.forward(new Record<>(Keys.of(outcome.getRaw()), outcome, time));
    if (refused.deadLetter() != null) {
      DeadLetter letter = Objects.requireNonNull(refused.deadLetter());
      letter.setAttempt(attempt);
      DeadLetterHeaders.copy(headers, letter);
      context.forward(new Record<>(Keys.of(letter.getDocument()), letter, time));
    }
  }
}
