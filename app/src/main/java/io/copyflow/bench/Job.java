package io.copyflow.bench;

import java.util.Locale;
import java.util.function.Supplier;

/** Everything that is measured round by round. */
@SuppressWarnings("ImmutableEnumChecker") // constructors
public enum Job {
  /** Floor: a producer that sends the raw records, as ingest is set up to. */
  PRODUCER(Produce::new, false),
  /** Floor: a consumer that reads them. */
  CONSUMER(Consume::new, false),
  /** Floor: bare parses of the files, on one thread, without Kafka. */
  JSOUP(Parse::new, false),
  /** Floor: a topology that passes raw records on, exactly once, under the pipeline's settings. */
  PASS_THROUGH(() -> new PassThrough(false), true),
  /** Floor: the same, and each article's bytes are parsed. */
  PASS_THROUGH_PARSE(() -> new PassThrough(true), true),
  /** Ours: extraction, on one thread, without Kafka. */
  EXTRACTION(Extraction::new, false),
  /** Ours: files to the raw topic. */
  INGEST(IngestAlone::new, false),
  /** Ours: raw topic to articles and outcomes. */
  PIPELINE(PipelineAlone::new, true),
  /** Ours: files to articles, ingest and processor in one process. */
  WHOLE(WholeLine::new, false);

  private final Supplier<Work> work;
  private final boolean fed;

  Job(Supplier<Work> work, boolean fed) {
    this.work = work;
    this.fed = fed;
  }

  /** Whether it reads raw records that are let in when the round begins. */
  boolean isFed() {
    return fed;
  }

  Work work() {
    return work.get();
  }

  /** As figures name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
