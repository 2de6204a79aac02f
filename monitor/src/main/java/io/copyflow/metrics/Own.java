package io.copyflow.metrics;

import static io.copyflow.metrics.Own.Type.COUNTER;
import static io.copyflow.metrics.Own.Type.GAUGE;
import static io.copyflow.metrics.Own.Type.HISTOGRAM;
import static io.copyflow.metrics.Own.Type.TIMER;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every metric of our own; {@code docs/metrics.md} is made from this. Counters count what this
 * process did since it started: work that a crash or a rebalance made it do again is counted again.
 * Once everything is drained, and without such work, summed over all processes:
 *
 * <pre>
 * raw_records = outcomes (of all kinds)
 * outcomes{kind=REJECTED} = dead_letters (of all reasons)
 * raw records with outcome K now = outcomes{kind=K} + corrections{to=K} − corrections{from=K}
 * </pre>
 */
public enum Own {
  /** See its help. */
  INGESTED_RECORDS(
      "copyflow.ingested.records",
      COUNTER,
      "raw records that this ingest has committed",
      List.of("source")),
  /** See its help. */
  INGESTED_BYTES("copyflow.ingested.bytes", COUNTER, "bytes of their values", List.of("source")),
  /** See its help. */
  INGEST_SCAN(
      "copyflow.ingest.scan",
      TIMER,
      "time of one look at all files of a source, sending included",
      List.of("source")),
  /** See its help. */
  RAW_RECORDS("copyflow.raw.records", COUNTER, "raw records read by this processor", List.of()),
  /** See its help. */
  RAW_BYTES("copyflow.raw.bytes", COUNTER, "bytes of their values", List.of()),
  /** See its help. */
  OUTCOMES(
      "copyflow.outcomes",
      COUNTER,
      "first verdicts on raw records; a verdict that replaces another is a correction",
      List.of("kind")),
  /** See its help. */
  CORRECTIONS(
      "copyflow.corrections",
      COUNTER,
      "verdicts that replaced another, because an earlier record came late or somebody withdrew an article",
      List.of("from", "to")),
  /** See its help. */
  DEAD_LETTERS(
      "copyflow.dead.letters", COUNTER, "raw records that were rejected", List.of("reason")),
  /** See its help. */
  ARTICLES_READ(
      "copyflow.articles.read",
      COUNTER,
      "raw records that read as articles; the 20 publishers that show regularly first have their names, all others are other",
      List.of("publisher")),
  /** See its help. */
  FIELDS_MISSING(
      "copyflow.fields.missing",
      COUNTER,
      "articles without a field that nearly all have; a jump says that a publisher's pages changed",
      List.of("publisher", "field")),
  /** See its help. */
  STAGE(
      "copyflow.stage",
      TIMER,
      "wall-clock time of one record in one step, what it forwards included",
      List.of("stage")),
  /** See its help. */
  END_TO_END(
      "copyflow.end.to.end",
      HISTOGRAM,
      "from ingestion to the first verdict; readers see it at the next commit. live: the record was ingested while its task ran here; replay: it was there before",
      List.of("mode")),
  /** See its help. */
  LAG_RECORDS(
      "copyflow.lag.records",
      GAUGE,
      "records that wait for a step, in all instances; the same from each of them",
      List.of("stage", "partition")),
  /** See its help. */
  LAG_SECONDS(
      "copyflow.lag.seconds",
      GAUGE,
      "how long ago the first record that waits for a step was ingested; 0 when none waits",
      List.of("stage", "partition")),
  /** See its help. */
  OLDEST_UNPROCESSED(
      "copyflow.oldest.unprocessed.seconds",
      GAUGE,
      "how long ago the oldest record was ingested that is still under way; 0 when none is",
      List.of()),
  /** See its help. */
  CLUSTER_REACHABLE(
      "copyflow.cluster.reachable",
      GAUGE,
      "1 when the cluster answered last time, else 0",
      List.of()),
  /** See its help. */
  STALLED(
      "copyflow.stalled.seconds",
      GAUGE,
      "for how long this processor has committed nothing although records wait for it",
      List.of()),
  /** See its help. */
  RESTORE_STORES(
      "copyflow.restore.stores", GAUGE, "parts of stores that are being restored", List.of()),
  /** See its help. */
  RESTORE_REMAINING(
      "copyflow.restore.remaining.records",
      GAUGE,
      "records of changelogs that are still to be restored",
      List.of()),
  /** See its help. */
  STATE_BYTES("copyflow.state.bytes", GAUGE, "size of the state folder on disk", List.of()),
  /** See its help. */
  STATE_FREE_BYTES("copyflow.state.free.bytes", GAUGE, "space that is left on its disk", List.of()),
  /** See its help. */
  SOURCE_SILENT(
      "copyflow.source.silent",
      GAUGE,
      "1 while a source pauses for longer than it should, else 0; the same from each processor",
      List.of("source")),
  /** See its help. */
  SOURCE_LAST(
      "copyflow.source.last.timestamp.seconds",
      GAUGE,
      "when something of a source was ingested last, in seconds of the epoch, to the minute",
      List.of("source")),
  /** See its help. */
  SOURCE_DUE(
      "copyflow.source.due.timestamp.seconds",
      GAUGE,
      "when a usual pause that began then is over at the latest; missing while that is learned",
      List.of("source")),
  /** See its help. */
  SOURCE_MISSED(
      "copyflow.source.missed.minutes",
      GAUGE,
      "in how many of the minutes since then something usually comes",
      List.of("source")),
  /** See its help. */
  BROKER_MESSAGES(
      "copyflow.broker.messages", COUNTER, "records that the broker of this run took", List.of()),
  /** See its help. */
  BROKER_BYTES_IN("copyflow.broker.bytes.in", COUNTER, "bytes that it took", List.of()),
  /** See its help. */
  BROKER_BYTES_OUT(
      "copyflow.broker.bytes.out", COUNTER, "bytes that it gave to consumers", List.of()),
  /** See its help. */
  BROKER_FAILED(
      "copyflow.broker.failed.requests",
      COUNTER,
      "produce and fetch requests that failed",
      List.of("request")),
  /** See its help. */
  BROKER_IDLE(
      "copyflow.broker.request.handler.idle.ratio",
      GAUGE,
      "share of their time that its request threads were idle, over the last minute",
      List.of()),
  /** See its help. */
  BROKER_REQUEST(
      "copyflow.broker.request.p99.seconds",
      GAUGE,
      "time of a request, 99th percentile, waiting for data included",
      List.of("request")),
  /** See its help. */
  BROKER_OFFLINE(
      "copyflow.broker.offline.partitions",
      GAUGE,
      "partitions without a leader; must be 0",
      List.of()),
  /** See its help. */
  BROKER_LOG_BYTES("copyflow.broker.log.bytes", GAUGE, "bytes of all its logs on disk", List.of());

  /** How a metric behaves. */
  public enum Type {
    /** Only rises; {@code _total} is added to its name. */
    COUNTER,
    /** Rises and falls. */
    GAUGE,
    /** {@code _seconds_count}, {@code _seconds_sum} and {@code _seconds_max}. */
    TIMER,
    /** A timer with {@code _seconds_bucket}. */
    HISTOGRAM
  }

  private final String meter;
  private final Type type;
  private final String help;
  private final List<String> labels;

  Own(String meter, Type type, String help, List<String> labels) {
    this.meter = meter;
    this.type = type;
    this.help = help;
    this.labels = labels;
  }

  /** Name in Micrometer, with dots. */
  String meter() {
    return meter;
  }

  /** Names in Prometheus' format. */
  public List<String> exported() {
    String name = meter.replace('.', '_');
    List<String> timer =
        List.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max");
    return switch (type) {
      case COUNTER -> List.of(name + "_total");
      case GAUGE -> List.of(name);
      case TIMER -> timer;
      case HISTOGRAM -> Stream.concat(timer.stream(), Stream.of(name + "_seconds_bucket")).toList();
    };
  }

  /** How it behaves. */
  public Type type() {
    return type;
  }

  /** What it says, in a user's words. */
  public String help() {
    return help;
  }

  /** Names of its labels. */
  public List<String> labels() {
    return labels;
  }
}
