package io.copyflow.topology;

import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.topology.PipelineObserver.Decision;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.Reading.Refused;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads each raw record. Values arrive as bytes, so that one that is no Avro is a verdict like any
 * other and not an exception in a deserialiser.
 */
final class Extract
    implements Processor<@Nullable String, byte @Nullable [], String, SpecificRecord> {

  private final Rules rules;
  private final RecentReadings recent;
  private final Pace pace;
  private final PipelineObserver observer;
  private final Seldom refusals;
  private long startedAt;
  private ProcessorContext<String, SpecificRecord> context;
  private Forwarding forwarding;

  Extract(
      Rules rules, RecentReadings recent, Pace pace, PipelineObserver observer, Seldom refusals) {
    this.refusals = refusals;
    this.rules = rules;
    this.recent = recent;
    this.pace = pace;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.startedAt = context.currentSystemTimeMs();
    this.forwarding = new Forwarding(context, recent);
  }

  @Override
  public void process(Record<@Nullable String, byte @Nullable []> record) {
    pace.next();
    observer.received(record.value() == null ? 0 : record.value().length);
    RawKey raw = rawKey(record);
    Reading reading = rules.read(raw, record.value());
    observe(raw, reading, record.timestamp());
    forwarding.forward(reading, Attempts.FIRST, Trigger.LIVE, record.headers());
  }

  private void observe(RawKey raw, Reading reading, long ingestedAt) {
    if (reading instanceof Identified found) {
      observer.identified(found.gaps());
    } else if (reading instanceof Refused refused) {
      Outcome refusal = refused.outcome();
      if (refusal.getKind() == OutcomeKind.REJECTED) {
        refusals.say(String.valueOf(refusal.getReason()), raw, null);
      }
      boolean live = ingestedAt >= startedAt;
      observer.decided(
          new Decision(refusal.getKind(), null, refusal.getReason(), ingestedAt, live));
    }
  }

  private RawKey rawKey(Record<@Nullable String, ?> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    var document = Keys.rawDocument(record.key(), at.partition(), at.offset());
    return new RawKey(record.timestamp(), Keys.of(document), at.partition(), at.offset());
  }
}
