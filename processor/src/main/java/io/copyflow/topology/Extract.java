package io.copyflow.topology;

import io.copyflow.avro.Outcome;
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
 * Reads each raw record: an article goes on to identification, keyed by its folded content hash;
 * anything else has its outcome, and perhaps its dead letter, at once. Values arrive as bytes, so
 * that one that is no Avro is a verdict like any other and not an exception in a deserialiser.
 */
final class Extract
    implements Processor<@Nullable String, byte @Nullable [], String, SpecificRecord> {

  private final Reader reader;
  private final RecentReadings recent;
  private final Pace pace;
  private final PipelineObserver observer;
  private long startedAt;
  private ProcessorContext<String, SpecificRecord> context;

  Extract(Reader reader, RecentReadings recent, Pace pace, PipelineObserver observer) {
    this.reader = reader;
    this.recent = recent;
    this.pace = pace;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.startedAt = context.currentSystemTimeMs();
  }

  @Override
  public void process(Record<@Nullable String, byte @Nullable []> record) {
    pace.next();
    observer.received(bytes(record.value()));
    Reading reading = reader.read(rawKey(record), record.value());
    if (reading instanceof Identified found) {
      recent.add(found);
      observer.identified(found.gaps());
      forward(record, found.facts().content().folded().value(), Messages.read(found));
    } else if (reading instanceof Refused refused) {
      observer.decided(decision(refused.outcome(), record.timestamp()));
      forward(record, Keys.of(refused.outcome().getRaw()), refused.outcome());
      if (refused.deadLetter() != null) {
        forward(record, Keys.of(refused.deadLetter().getDocument()), refused.deadLetter());
      }
    }
  }

  private RawKey rawKey(Record<@Nullable String, ?> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    var document = Keys.rawDocument(record.key(), at.partition(), at.offset());
    return new RawKey(record.timestamp(), Keys.of(document), at.partition(), at.offset());
  }

  private Decision decision(Outcome refusal, long ingestedAt) {
    boolean live = ingestedAt >= startedAt;
    return new Decision(refusal.getKind(), null, refusal.getReason(), ingestedAt, live);
  }

  private static int bytes(byte @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  private void forward(Record<?, ?> cause, String key, SpecificRecord value) {
    context.forward(new Record<>(key, value, cause.timestamp(), cause.headers()));
  }
}
